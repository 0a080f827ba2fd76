const response = await fetch("https://api.example.com/v1/resource");
if (!response.ok) {
  const error = await response.json();
  if (@condition@) {
    console.error("@code@", error);
  }
}
