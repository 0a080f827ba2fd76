status=$(curl --silent --show-error --output body.json \
  --write-out '%{http_code}' @url@/example)
if @condition@; then
  cat body.json >&2
fi
