static HttpResponse<String> send(HttpClient client, HttpRequest request)
        throws IOException, InterruptedException {
    for (int attempt = 1;; attempt++) {
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() != @status@ || attempt == 5) {
            return response;
        }
        String after = response.headers().firstValue("Retry-After").orElse("");
        long seconds = after.matches("\\d{1,9}") ? Long.parseLong(after) : 1L << attempt;
        Thread.sleep(seconds * 1000 + ThreadLocalRandom.current().nextLong(1000));
    }
}
