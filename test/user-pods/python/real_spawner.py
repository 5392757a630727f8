"""What the real KubeSpawner asks for, given JupyterHub's traits: the pod and the claim, or that it raises an error."""

import copy
import logging
import warnings
from unittest.mock import Mock

import kubespawner.spawner
from jupyterhub.objects import Hub, Server
from jupyterhub.utils import url_escape_path, url_path_join
from kubernetes_asyncio.client import ApiClient
from kubespawner import KubeSpawner
from traitlets.config import Config

kubespawner.spawner.load_config = Mock()
kubespawner.spawner.shared_client = Mock()
logging.disable(logging.CRITICAL)
warnings.simplefilter("ignore")
api = ApiClient.__new__(ApiClient)


def spawner(traits, user_name, server_name):
    config = Config({section: Config(copy.deepcopy(own)) for section, own in traits.items()})
    hub = traits.get("JupyterHub", {})
    user = Mock(spec=["name", "escaped_name", "id", "url", "server", "groups", "admin", "settings"])
    user.name, user.id, user.escaped_name = user_name, 1, url_escape_path(user_name)
    user.groups, user.admin, user.settings = [], False, {}
    base = url_path_join("/", hub.get("base_url", "/"), "user", user.escaped_name) + "/"
    user.url = base
    orm = Mock(spec=["name", "server", "state", "user_options"])
    orm.name, orm.server, orm.state, orm.user_options = server_name, None, {}, {}
    made = KubeSpawner(
        config=config, user=user, hub=Hub(), orm_spawner=orm, api_token="TOKEN", oauth_client_id="x", _mock=True,
        internal_ssl=hub.get("internal_ssl", False),
    )
    # Beside the database: that is where JupyterHub keeps it.
    made._server = Server(base_url=url_path_join(base, url_escape_path(server_name), "/"))
    type(made).server = property(lambda self: self._server)
    return made


async def objects(traits, user="alice", server="", options=None, namespace="default"):
    """As JupyterHub starts a server, up to the requests."""
    KubeSpawner._namespace_default = lambda self: namespace
    made = spawner(traits, user, server)
    made.user_options = options or {}
    made.clear_state()
    await made._run_apply_user_options(made.user_options)
    await made.load_user_options()
    result = {}
    if made.storage_pvc_ensure:
        result["pvc"] = api.sanitize_for_serialization(made.get_pvc_manifest())
    result["pod"] = api.sanitize_for_serialization(await made.get_pod_manifest())
    return result
