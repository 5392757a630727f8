"""A namespace of its own on a real cluster. TEST_KUBECONFIG names it: a cluster for tests, never one that is in use."""

import base64
import json
import os
import subprocess
import uuid
from pathlib import Path

import yaml

KUBECONFIG = os.environ.get("TEST_KUBECONFIG")


class Namespace:
    def __init__(self, folder):
        self.name, self.folder = f"test-{uuid.uuid4().hex[:8]}", folder
        cluster = yaml.safe_load(Path(KUBECONFIG).read_text())["clusters"][0]["cluster"]
        self.server, self.authority = cluster["server"], base64.b64decode(cluster["certificate-authority-data"]).decode()
        self.kubectl("create", "namespace", self.name)

    def kubectl(self, *args, text=None):
        command = ["kubectl", f"--kubeconfig={KUBECONFIG}", f"--namespace={self.name}", *args]
        return subprocess.run(command, check=True, input=text, stdout=subprocess.PIPE, text=True).stdout

    def apply(self, *docs):
        self.kubectl("apply", "-f", "-", text=yaml.safe_dump_all(docs))

    def get(self, kind, name):
        return json.loads(self.kubectl("get", kind, name, "-o", "json"))

    def names(self, kind):
        return self.kubectl("get", kind, "-o", "name").split()

    def account(self, name):
        """The files that a pod of this service account finds."""
        folder = self.folder / name
        folder.mkdir(exist_ok=True)
        (folder / "token").write_text(self.kubectl("create", "token", name))
        (folder / "namespace").write_text(self.name)
        (folder / "ca.crt").write_text(self.authority)
        return folder

    def delete(self):
        self.kubectl("delete", "namespace", self.name, "--wait=false")
