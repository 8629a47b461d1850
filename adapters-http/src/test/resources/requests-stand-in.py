"""As much of the module requests as the sources' lines need, for a Python that lacks it."""
import json as jsons
import urllib.request


def post(url, json):
    body = jsons.dumps(json).encode("utf-8")
    request = urllib.request.Request(url, body, {"Content-Type": "application/json"})
    return urllib.request.urlopen(request)
