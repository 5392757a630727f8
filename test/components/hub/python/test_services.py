"""What addService() tells a Deployment is what JupyterHub itself tells a service that it starts."""

import asyncio
import json
import shutil
import subprocess

import pytest
from jupyterhub import orm
from jupyterhub.app import JupyterHub
from jupyterhub.objects import Hub
from jupyterhub.services import service
from manifests import ROOT

SERVICES = {
    "pages": {"url": "http://pages:8080"},
    "other": {"url": "http://other:8080", "oauth_client_id": "service-client", "oauth_redirect_uri": "/b/services/other/back"},
}
TOKENS = {
    "pages": {"name": "hub", "key": "hub.services.pages.apiToken"},
    "other": {"name": "tokens", "key": "other"},
}


@pytest.fixture(scope="module")
def told():
    if not shutil.which("node") or not (ROOT / "node_modules").exists():
        pytest.skip("the library's packages are not installed")
    arguments = ["node", "--import", "tsx", "test/components/hub/python/services.ts"]
    return json.loads(subprocess.run(arguments, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout)


class Started(Exception):
    pass


def started(name, options, monkeypatch):
    """The environment of a service that the hub starts."""
    found = {}

    class Spawner(service._ServiceSpawner):
        def start(self):
            found.update(self.get_env())
            raise Started

    monkeypatch.setattr(service, "_ServiceSpawner", Spawner)
    db = orm.new_session_factory("sqlite:///:memory:")()
    entry = orm.Service(name=name)
    entry.server = orm.Server(base_url=f"/b/services/{name}/")
    db.add(entry)
    db.commit()
    hub = Hub(base_url="/b/hub/", ip="", port=8081)
    one = service.Service(
        name=name, command=["x"], api_token="t", app=JupyterHub(), hub=hub, base_url="/b/", orm=entry, db=db, domain="", host="", **options
    )

    async def start():
        with pytest.raises(Started):
            await one.start()

    asyncio.run(start())
    return found, one


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_elsewhere_is_told_what_one_of_the_hub_is(told, name, monkeypatch):
    own, (hubs, one) = dict(told[name]), started(name, SERVICES[name], monkeypatch)
    assert own.pop("JUPYTERHUB_API_TOKEN")["secretKeyRef"] == TOKENS[name]
    assert own.pop("JUPYTERHUB_API_URL") == "http://hub.jhub:8081/b/hub/api"
    # JupyterHub tells the default one whatever it has been given.
    assert own.pop("JUPYTERHUB_OAUTH_CALLBACK_URL") == one.oauth_redirect_uri
    scopes = "JUPYTERHUB_OAUTH_ACCESS_SCOPES"
    assert json.loads(own[scopes]) == json.loads(hubs[scopes])
    assert {**own, scopes: ""} == {**{variable: hubs[variable] for variable in own}, scopes: ""}
    assert set(own) == {f"JUPYTERHUB_{name}" for name in ("BASE_URL", "CLIENT_ID", "OAUTH_ACCESS_SCOPES", "SERVICE_NAME", "SERVICE_PREFIX")}
