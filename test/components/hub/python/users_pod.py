"""The pod that the real KubeSpawner asks for, with the hub's configuration of a release."""

import asyncio
import sys
from unittest.mock import Mock

import kubespawner.spawner
from jupyterhub.objects import Hub, Server
from kubernetes_asyncio.client import ApiClient, Configuration
from kubespawner import KubeSpawner
from manifests import HubContainer, find, secret_data
from pod import ENVIRONMENT, SECRET
from bootstrap import decoded
from traitlets.config.loader import PyFileConfigLoader


def configuration(docs, folder, monkeypatch):
    """What JupyterHub is configured with, the generated tokens filled in."""
    secrets = {"hub": {**decoded(secret_data(find(docs, "Secret", "hub"))), **SECRET}}
    HubContainer(docs, secrets).lay_out(folder)
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    # Each release brings its own.
    for module in ("z2jh", "existing_values"):
        sys.modules.pop(module, None)
    monkeypatch.setattr(sys, "path", list(sys.path))
    return PyFileConfigLoader(str(folder / "jupyterhub_config.py")).load_config()


class UsersPods:
    def __init__(self, config, monkeypatch):
        self.config, self.hub = config, Hub()
        for name in ("load_config", "shared_client"):
            monkeypatch.setattr(kubespawner.spawner, name, Mock())
        self.api = ApiClient.__new__(ApiClient)
        self.api.configuration, self.api.client_side_validation = Configuration(), False

    def _spawner(self):
        user = Mock(spec=["name", "escaped_name", "id", "url", "server", "groups", "admin", "settings"])
        user.name, user.escaped_name, user.id, user.url, user.server = "ada", "ada", 1, "/user/ada/", Server()
        user.admin, user.groups, user.settings = False, [], {}
        server = Mock(spec=["name", "server", "state", "user_options"])
        server.name, server.server, server.state, server.user_options = "", None, {}, {}
        return KubeSpawner(
            config=self.config, user=user, hub=self.hub, orm_spawner=server, api_token="TOKEN", oauth_client_id="ada", server=Server(), _mock=True
        )

    def start(self, **choices):
        """Pod and claim of a server that is started with these choices of a user: a profile, and choices by option."""
        spawner = self._spawner()
        spawner.user_options = choices

        async def ask():
            await spawner.load_user_options()
            return await spawner.get_pod_manifest()

        pod = self.api.sanitize_for_serialization(asyncio.run(ask()))
        claim = self.api.sanitize_for_serialization(spawner.get_pvc_manifest()) if spawner.storage_pvc_ensure else None
        return pod, claim
