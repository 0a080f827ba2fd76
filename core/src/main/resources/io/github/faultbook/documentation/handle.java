HttpRequest request = HttpRequest
    .newBuilder(URI.create("@url@/example"))
    .build();
HttpResponse<String> response = HttpClient.newHttpClient()
    .send(request, BodyHandlers.ofString());
if (response.statusCode() >= 400) {
    JsonNode error = JsonMapper.shared().readTree(response.body());
    if (@condition@) {
        System.err.println("@code@ " + error);
    }
}
