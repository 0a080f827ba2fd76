async function send(url, options) {
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(url, options);
    if (response.status !== @status@ || attempt === 5) {
      return response;
    }
    const seconds = Number(response.headers.get("Retry-After")) || 2 ** attempt;
    await new Promise((wake) => setTimeout(wake, (seconds + Math.random()) * 1000));
  }
}
