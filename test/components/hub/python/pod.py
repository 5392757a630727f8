"""The hub's mounts in a folder, and what JupyterHub reads from them."""

import os
import shutil
import sys
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from bootstrap import FILES
from manifests import find, render
from tornado.httpclient import AsyncHTTPClient
from traitlets.config.loader import PyFileConfigLoader


OWN_FILES = ("jupyterhub_config.py", "z2jh.py", "existing_values.py", "bootstrap_secrets.py", "keep_secrets.py")

COOKIE_SECRET = "c0" * 32
CRYPT_KEY = "a1" * 32

CLUSTER = {
    "names": {"fullname": "", "fullname-dash": "", "hub": "hub", "proxy-api": "proxy-api", "proxy-public": "proxy-public"},
    "database": {"type": "sqlite-pvc"},
    "secrets": {"hub": "hub", "tokens": [], "proxyToken": ["hub", "hub.config.ConfigurableHTTPProxy.auth_token"], "labels": {"component": "hub"}},
}
CONFIG = {
    "JupyterHub": {
        "authenticator_class": "dummy",
        "cleanup_servers": False,
        "db_url": "sqlite:///jupyterhub.sqlite",
        "hub_bind_url": "http://:8081",
        "spawner_class": "kubespawner.KubeSpawner",
    },
    "ConfigurableHTTPProxy": {"should_start": False},
    "KubeSpawner": {"image": "quay.io/jupyterhub/k8s-singleuser-sample:4.4.0", "mem_guarantee": "1G"},
}
SECRET = {
    "hub.config.ConfigurableHTTPProxy.auth_token": "proxy-token",
    "hub.config.JupyterHub.cookie_secret": COOKIE_SECRET,
    "hub.config.CryptKeeper.keys": CRYPT_KEY,
}
ENVIRONMENT = {
    "CONFIGPROXY_AUTH_TOKEN": "proxy-token",
    "HELM_RELEASE_NAME": "jhub",
    "HUB_SERVICE_HOST": "10.0.0.1",
    "HUB_SERVICE_PORT": "8081",
    "POD_NAMESPACE": "jhub",
    "PROXY_API_SERVICE_HOST": "10.0.0.2",
    "PROXY_API_SERVICE_PORT": "8001",
}


def lay_out(folder, config_map, secret, existing=None):
    """Mounts them as the hub's Deployment does."""
    for mount, data in (("config", config_map), ("secret", secret), ("existing-secret", existing)):
        if data is None:
            continue
        (folder / mount).mkdir(parents=True, exist_ok=True)
        for key, text in data.items():
            (folder / mount / key).write_text(text)
    for name in ("jupyterhub_config.py", "z2jh.py"):
        (folder / name).write_text(config_map[name])
    return folder / "jupyterhub_config.py"


def own_files():
    return {name: (FILES / name).read_text() for name in OWN_FILES}


@lru_cache
def existing_traits():
    """How traits come by the values of an existing Secret, as the ConfigMap of a hub says that has one."""
    with TemporaryDirectory() as folder:
        docs = render(Path(folder), {"hub": {"existingSecret": "theirs"}})
    return yaml.safe_load(find(docs, "ConfigMap", "hub")["data"]["cluster.yaml"])["existingTraits"]


class HubPod:
    def __init__(self, base, monkeypatch, capsys):
        self.base, self.monkeypatch, self.capsys = base, monkeypatch, capsys
        self.file = lay_out(base, own_files(), SECRET)
        self.set_yaml("config/config.yaml", CONFIG)
        self.set_yaml("config/cluster.yaml", {**CLUSTER, "existingTraits": existing_traits()})
        for name, value in ENVIRONMENT.items():
            monkeypatch.setenv(name, value)
        for name in ("MYSQL_PWD", "PGPASSWORD"):
            monkeypatch.delenv(name, raising=False)

    def set(self, path, text):
        (self.base / path).parent.mkdir(parents=True, exist_ok=True)
        (self.base / path).write_text(text)

    def set_yaml(self, path, data):
        self.set(path, yaml.safe_dump(data))

    def remove(self, path):
        (self.base / path).unlink()

    def merge(self, path, **sections):
        """Adds to the maps of a mounted YAML file."""
        file = self.base / path
        data = yaml.safe_load(file.read_text()) if file.exists() else {}
        for section, content in sections.items():
            data.setdefault(section, {}).update(content)
        self.set_yaml(path, data)

    def remove_folder(self, path):
        shutil.rmtree(self.base / path)

    def load(self):
        """The configuration, as JupyterHub would get it."""
        before = {"path": list(sys.path), "environ": dict(os.environ)}
        for module in ("z2jh", "existing_values", "bootstrap_secrets", "keep_secrets"):
            sys.modules.pop(module, None)
        try:
            return PyFileConfigLoader(str(self.file)).load_config()
        finally:
            sys.path[:] = before["path"]
            self.environ = {k: v for k, v in os.environ.items() if before["environ"].get(k) != v}
            for name in self.environ:
                os.environ.pop(name)
            os.environ.update(before["environ"])
            AsyncHTTPClient.configure(None)
            captured = self.capsys.readouterr()
            self.log = captured.err
            assert captured.out == ""

    def refusal(self):
        """The FATAL lines with which the hub exits, the mounts' own path left out."""
        try:
            self.load()
        except SystemExit as end:
            assert end.code == 1
        else:
            raise AssertionError("the configuration was accepted")
        start = "hub configuration: FATAL: "
        return [line[len(start):].replace(f"{self.base}/", "") for line in self.log.splitlines() if line.startswith(start)]
