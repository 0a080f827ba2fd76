status=$(curl --silent --show-error --output body.json --write-out '%{http_code}' \
  https://api.example.com/v1/resource)
if @condition@; then
  cat body.json >&2
fi
