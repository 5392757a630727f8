"""Generates the tokens that are missing in a Secret of this namespace, copies given ones into it, and changes nothing else in it.

usage: bootstrap_secrets.py --secret NAME [--given FOLDER] KEY...

Python's standard library only. Run it again at any time: what is there stays. The hub uses its functions while it runs.
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

ACCOUNT = Path("/var/run/secrets/kubernetes.io/serviceaccount")


class Problem(Exception):
    """What is wrong, in one line. It may pass by itself within so many seconds (never: 0)."""

    def __init__(self, line, seconds=0, status=None):
        super().__init__(line)
        self.seconds, self.status = seconds, status


def main():
    args = arguments()
    api = Api(args.account, args.server, args.timeout, args.grace)
    last, since, delay = None, time.monotonic(), 0.2
    while True:
        try:
            secret, written = fill(api, args.secret, args.keys, given_tokens(args))
            print(f"secret-bootstrap: written: {', '.join(written) or 'nothing, all keys are there'}")
            return own(api, os.environ.get("JOB_NAME"), secret)
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
    parser = argparse.ArgumentParser(description="generates the tokens that a Secret lacks")
    parser.add_argument("--secret", required=True, help="name of the Secret")
    parser.add_argument("keys", nargs="+", metavar="KEY", help="a key to fill in, e.g. hub.config.JupyterHub.cookie_secret")
    parser.add_argument("--given", type=Path, help="folder with a file for each token that is not to be generated, named like its key")
    parser.add_argument("--account", type=Path, default=ACCOUNT, help="folder with the service account's token, ca.crt and namespace")
    parser.add_argument("--server", default=in_cluster_server(), help="URL of the Kubernetes API")
    parser.add_argument("--timeout", type=float, default=120, help="seconds to wait for an API that is down")
    # kubectl may be creating the Secret, the Role and its binding at this very moment.
    parser.add_argument("--grace", type=float, default=20, help="seconds to wait for the Secret and the right to write it")
    return parser.parse_args()


def in_cluster_server():
    host, port = os.environ.get("KUBERNETES_SERVICE_HOST", "kubernetes.default.svc"), os.environ.get("KUBERNETES_SERVICE_PORT", "443")
    return f"https://[{host}]:{port}" if ":" in host else f"https://{host}:{port}"


def given_tokens(args):
    try:
        return {key: (args.given / key).read_text() for key in args.keys if args.given and (args.given / key).exists()}
    except OSError as error:
        raise Problem(f"{error.filename}: cannot be read: {error.strerror}")


def fill(api, name, keys, given=None, known=None):
    """One attempt: the Secret as it is then, and the keys that were written.

    A token is the given one, or else the one that is there, or else the one known from before it was lost, or else a new one. It is written
    to exactly the version that was read.
    """
    path = f"secrets/{name}"
    secret = api.call("GET", path)
    given, known, there = given or {}, known or {}, decoded(secret)
    tokens = {key: given.get(key) or there.get(key) or known.get(key) or generate(key) for key in keys}
    missing = {key: token for key, token in tokens.items() if there.get(key) != token}
    if missing:
        data = {key: base64.b64encode(token.encode()).decode() for key, token in missing.items()}
        secret = api.call("PATCH", path, {"metadata": {"resourceVersion": secret["metadata"]["resourceVersion"]}, "data": data})
    return secret, list(missing)


def decoded(secret):
    return {key: base64.b64decode(value or "").decode(errors="replace") for key, value in (secret.get("data") or {}).items()}


def generate(key):
    if key.endswith(".auth_token"):
        return "".join(secrets.choice(string.ascii_letters + string.digits) for _ in range(64))
    return secrets.token_hex(32)


def own(api, job, secret):
    """Makes the Secret the Job's owner: with a deleted Secret goes the Job, so that the next apply makes and runs it again."""
    if not job:
        return
    owner = {"apiVersion": "v1", "kind": "Secret", "name": secret["metadata"]["name"], "uid": secret["metadata"]["uid"]}
    try:
        api.call("PATCH", f"jobs/{job}", {"metadata": {"ownerReferences": [owner]}}, group="apis/batch/v1")
    except Problem as problem:
        print(f"secret-bootstrap: {problem}: if the Secret is ever deleted, delete this Job too", file=sys.stderr)


class Api:
    """The Kubernetes API, for the pod's own namespace."""

    def __init__(self, account=ACCOUNT, server=None, timeout=120, grace=20):
        self.account, self.server, self.timeout, self.grace = account, server or in_cluster_server(), timeout, grace

    def call(self, method, path, body=None, group="api/v1"):
        """The answer to a request; `path` is `secrets/hub` or the like."""
        with self.open(method, path, body, group, timeout=10) as response:
            try:
                return json.load(response)
            except (OSError, ValueError, http.client.HTTPException) as error:  # half an answer
                raise self.no_answer(error) from None

    def open(self, method, path, body=None, group="api/v1", timeout=None):
        try:
            token, namespace = ((self.account / name).read_text().strip() for name in ("token", "namespace"))
            opener = self.opener()
        except OSError:
            raise Problem(f"{self.account}: token, namespace or ca.crt cannot be read: let the pod mount its service account's token")
        request = urllib.request.Request(
            f"{self.server}/{group}/namespaces/{namespace}/{path}",
            method=method,
            data=json.dumps(body).encode() if body else None,
            headers={"Authorization": f"Bearer {token}", "Accept": "application/json", "Content-Type": "application/merge-patch+json"},
        )
        try:
            return opener.open(request, timeout=timeout)
        except urllib.error.HTTPError as error:
            raise self.refusal(error.code, method, namespace, path) from None
        except (OSError, ValueError, http.client.HTTPException) as error:  # refused, reset, timed out, TLS
            raise self.no_answer(error) from None

    def no_answer(self, error):
        return Problem(f"the Kubernetes API at {self.server} does not answer: {getattr(error, 'reason', error)}", self.timeout)

    def refusal(self, status, method, namespace, path):
        kind, _, name = path.partition("?")[0].partition("/")
        what, verb = f"{kind[:-1].title()} {namespace}/{name}", method.lower()
        if status == 409:
            return Problem(f"{what} was changed by someone else meanwhile", self.timeout, status)
        if status == 404:
            return Problem(f"{what} does not exist: apply the file that holds it; it is not created here", self.grace, status)
        if status == 403:
            return Problem(f"no right to {verb} {what}: bind this service account to a Role with get and patch on it", self.grace, status)
        if status == 401:
            return Problem(f"the Kubernetes API does not accept the token in {self.account}", self.grace, status)
        if status == 429 or status >= 500:
            return Problem(f"the Kubernetes API at {self.server} answers {status}", self.timeout, status)
        return Problem(f"the Kubernetes API refuses to {verb} {what} ({status}): is it immutable, is a key's name wrong?", 0, status)

    def opener(self):
        # No proxy from the environment: it is for the world outside the cluster.
        handlers = [urllib.request.ProxyHandler({})]
        if self.server.startswith("https:"):
            handlers.append(urllib.request.HTTPSHandler(context=ssl.create_default_context(cafile=self.account / "ca.crt")))
        return urllib.request.build_opener(*handlers)


if __name__ == "__main__":
    main()
