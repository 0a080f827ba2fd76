for attempt in 1 2 3 4 5; do
  read -r status after < <(curl --silent --show-error --output body.json \
    --write-out '%{http_code} %header{retry-after}\n' @url@/example)
  if [ "$status" != @status@ ] || [ "$attempt" = 5 ]; then break; fi
  [[ $after =~ ^[1-9][0-9]{0,8}$ ]] || after=$((2 ** attempt))
  sleep "$after.$((RANDOM % 1000))"
done
