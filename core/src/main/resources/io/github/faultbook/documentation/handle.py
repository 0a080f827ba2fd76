import requests

response = requests.get("@url@/example", timeout=10)
if not response.ok:
    error = response.json()
    if @condition@:
        print("@code@", error)
