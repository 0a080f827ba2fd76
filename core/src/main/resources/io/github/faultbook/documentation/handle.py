import requests

response = requests.get("https://api.example.com/v1/resource", timeout=10)
if not response.ok:
    error = response.json()
    if @condition@:
        print("@code@", error)
