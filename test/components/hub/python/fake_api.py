"""A stand-in for the Kubernetes API: one Secret, optimistic concurrency, pods to delete, a Job to own, and the faults that a test asks for."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote


class FakeApi:
    def __init__(self, data=None, exists=True):
        self.data, self.version, self.exists = data, 1, exists
        self.requests, self.faults, self.before_patch = [], [], []
        self.pods, self.job = {}, None
        api = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                self.answer()

            do_PATCH = do_PUT = do_POST = do_DELETE = do_GET

            def answer(self):
                body = json.loads(self.rfile.read(int(self.headers.get("Content-Length") or 0)) or "null")
                status, answer = api.handle(self.command, self.path, dict(self.headers), body)
                text = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
                self.send_response(status)
                self.send_header("Content-Length", str(len(text)))
                self.end_headers()
                self.wfile.write(text)

            def log_message(self, *args):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()

    def handle(self, method, path, headers, body):
        self.requests.append((method, path, headers, body))
        if self.faults:
            fault = self.faults.pop(0)
            if fault:
                return fault if isinstance(fault, tuple) else (fault, {"kind": "Status", "code": fault})
        if (method, path) == ("PATCH", "/apis/batch/v1/namespaces/jhub/jobs/the-job"):
            self.job = body["metadata"]
            return 200, {"kind": "Job"}
        if path.startswith("/api/v1/namespaces/jhub/pods"):
            return self.handle_pods(method, path)
        if path != "/api/v1/namespaces/jhub/secrets/hub" or not self.exists:
            return 404, {"kind": "Status", "code": 404}
        if method == "PATCH":
            if self.before_patch:
                self.write(self.before_patch.pop(0))
            if headers["Content-Type"] != "application/merge-patch+json":
                return 415, {"kind": "Status", "code": 415}
            if body["metadata"]["resourceVersion"] != str(self.version):
                return 409, {"kind": "Status", "code": 409}
            self.write(body["data"])
        elif method != "GET":
            return 405, {"kind": "Status", "code": 405}
        secret = {"kind": "Secret", "metadata": {"name": "hub", "uid": "the-uid", "resourceVersion": str(self.version)}}
        return 200, secret if self.data is None else {**secret, "data": self.data}

    def handle_pods(self, method, path):
        """pods: {name: component}"""
        if method == "DELETE":
            return (200, {}) if self.pods.pop(path.rpartition("/")[2], None) else (404, {})
        wanted = unquote(path.partition("labelSelector=")[2]).split(",")
        return 200, {"items": [{"metadata": {"name": name}} for name, component in self.pods.items() if f"component={component}" in wanted]}

    def write(self, data):
        self.data, self.version = {**(self.data or {}), **data}, self.version + 1
