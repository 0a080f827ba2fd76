import random
import time

import requests


def send(method, url, **options):
    for attempt in range(1, 6):
        response = requests.request(method, url, timeout=10, **options)
        if response.status_code != @status@ or attempt == 5:
            return response
        after = response.headers.get("Retry-After", "")
        seconds = int(after) if after.isdecimal() else 2**attempt
        time.sleep(seconds + random.random())
