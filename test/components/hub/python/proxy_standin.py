"""A stand-in for configurable-http-proxy: the part of its REST API that the hub talks to. It routes nothing."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class ProxyStandIn:
    def __init__(self, token):
        self.routes, self.rejected = {}, 0
        proxy = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                self.answer(200, proxy.routes)

            def do_POST(self):
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                self.answer(201, None, lambda: proxy.routes.update({self.route(): json.loads(body)}))

            def do_DELETE(self):
                self.answer(204, None, lambda: proxy.routes.pop(self.route(), None))

            def route(self):
                return "/" + self.path.removeprefix("/api/routes").strip("/")

            def answer(self, status, content, change=lambda: None):
                if self.headers.get("Authorization") != f"token {token}":
                    proxy.rejected += 1
                    status, content, change = 403, None, lambda: None
                change()
                text = b"" if content is None else json.dumps(content).encode()
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
