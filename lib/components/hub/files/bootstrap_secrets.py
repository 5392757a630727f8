"""Draws the tokens that are missing in a Secret of this namespace, and changes nothing else in it.

usage: bootstrap_secrets.py --secret NAME KEY...

Python's standard library only. Run it again at any time: what is there stays.
"""

import argparse
import base64
import http.client
import json
import os
import secrets
import ssl
import string
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

ACCOUNT = "/var/run/secrets/kubernetes.io/serviceaccount"


class Problem(Exception):
    """What is wrong, in one line. It may pass by itself within so many seconds (never: 0)."""

    def __init__(self, line, seconds=0):
        super().__init__(line)
        self.seconds = seconds


def main():
    args = arguments()
    last, since, delay = None, time.monotonic(), 0.2
    while True:
        try:
            return fill(args)
        except Problem as problem:
            if last is None or problem.seconds != last.seconds:  # another kind of trouble has its own time
                since, delay = time.monotonic(), 0.2
            left = since + problem.seconds - time.monotonic()
            if left <= 0:
                sys.exit(f"secret-bootstrap: {problem}")
            if str(problem) != str(last):
                print(f"secret-bootstrap: {problem}; trying for {left:.0f} s", file=sys.stderr, flush=True)
            last = problem
            time.sleep(min(delay, left))
            delay = min(delay * 2, 10)


def arguments():
    parser = argparse.ArgumentParser(description="draws the tokens that a Secret lacks")
    parser.add_argument("--secret", required=True, help="name of the Secret")
    parser.add_argument("keys", nargs="+", metavar="KEY", help="a key to fill in, e.g. hub.config.JupyterHub.cookie_secret")
    parser.add_argument("--account", type=Path, default=ACCOUNT, help="folder with the service account's token, ca.crt and namespace")
    parser.add_argument("--server", default=in_cluster_server(), help="URL of the Kubernetes API")
    parser.add_argument("--timeout", type=float, default=120, help="seconds to wait for an API that is down")
    # kubectl may be creating the Secret, the Role and its binding at this very moment.
    parser.add_argument("--grace", type=float, default=20, help="seconds to wait for the Secret and the right to write it")
    return parser.parse_args()


def in_cluster_server():
    host, port = os.environ.get("KUBERNETES_SERVICE_HOST", "kubernetes.default.svc"), os.environ.get("KUBERNETES_SERVICE_PORT", "443")
    return f"https://[{host}]:{port}" if ":" in host else f"https://{host}:{port}"


def fill(args):
    """One attempt: read the Secret, add what is missing to exactly the version that was read."""
    secret = call(args, "GET")
    data = secret.get("data") or {}
    drawn = {key: base64.b64encode(draw(key).encode()).decode() for key in args.keys if not data.get(key)}
    if drawn:
        call(args, "PATCH", {"metadata": {"resourceVersion": secret["metadata"]["resourceVersion"]}, "data": drawn})
    print(f"secret-bootstrap: drawn: {', '.join(drawn) or 'nothing, all keys are there'}")


def draw(key):
    if key.endswith(".auth_token"):
        return "".join(secrets.choice(string.ascii_letters + string.digits) for _ in range(64))
    return secrets.token_hex(32)


def call(args, method, body=None):
    try:
        token, namespace = ((args.account / name).read_text().strip() for name in ("token", "namespace"))
        opener = url_opener(args)
    except OSError:
        raise Problem(f"{args.account}: token, namespace or ca.crt cannot be read: let the pod mount its service account's token")
    secret = f"Secret {namespace}/{args.secret}"
    request = urllib.request.Request(
        f"{args.server}/api/v1/namespaces/{namespace}/secrets/{args.secret}",
        method=method,
        data=json.dumps(body).encode() if body else None,
        headers={"Authorization": f"Bearer {token}", "Accept": "application/json", "Content-Type": "application/merge-patch+json"},
    )
    try:
        with opener.open(request, timeout=10) as response:
            return json.load(response)
    except urllib.error.HTTPError as error:
        status = error.code
    except (OSError, ValueError, http.client.HTTPException) as error:  # refused, reset, timed out, TLS, half an answer
        raise Problem(f"the Kubernetes API at {args.server} does not answer: {getattr(error, 'reason', error)}", args.timeout)
    if status == 409:
        raise Problem(f"{secret} was changed by someone else meanwhile", args.timeout)
    if status == 404:
        raise Problem(f"{secret} does not exist: apply the file that holds it; it is not created here", args.grace)
    if status == 403:
        raise Problem(f"no right to {method.lower()} {secret}: bind this service account to a Role with get and patch on it", args.grace)
    if status == 401:
        raise Problem(f"the Kubernetes API does not accept the token in {args.account}", args.grace)
    if status == 429 or status >= 500:
        raise Problem(f"the Kubernetes API at {args.server} answers {status}", args.timeout)
    raise Problem(f"the Kubernetes API refuses to {method.lower()} {secret} ({status}): is it immutable, is a key's name wrong?")


def url_opener(args):
    # No proxy from the environment: it is for the world outside the cluster.
    handlers = [urllib.request.ProxyHandler({})]
    if args.server.startswith("https:"):
        handlers.append(urllib.request.HTTPSHandler(context=ssl.create_default_context(cafile=args.account / "ca.crt")))
    return urllib.request.build_opener(*handlers)


if __name__ == "__main__":
    main()
