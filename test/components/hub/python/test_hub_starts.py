"""JupyterHub itself, in a process of its own, on the mounted files. It asks for no pod here, so it needs no Kubernetes."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
import yaml
from bootstrap import decoded, run
from fake_api import FakeApi
from manifests import HubContainer, bootstrap_arguments, find, render, secret_data
from pod import ENVIRONMENT
from proxy_standin import ProxyStandIn

# Where this machine is not a pod: addresses and ports. Loaded after the traits, like any file in that folder.
HERE = """
c.ConfigurableHTTPProxy.api_url = {proxy!r}
c.JupyterHub.hub_bind_url = "http://127.0.0.1:{port}"
for service in c.JupyterHub.get("services", []):
    service.update(command=[word.replace(":8081", ":{port}") for word in service.get("command", [])])
"""
FULL = {
    "hub": {
        "baseUrl": "/jupyter",
        "allowNamedServers": True,
        "config": {"Authenticator": {"allow_all": True}},
        "extraConfig": {"10-trace": "from z2jh import get_config\nprint('answer', get_config('custom.answer'), flush=True)"},
        "services": {"reporting": {"display": False}},
        "loadRoles": {"reporting": {"scopes": ["read:users"], "services": ["reporting"]}},
    },
    "custom": {"answer": 42},
    "debug": {"enabled": True},
}


class RunningHub:
    def __init__(self, folder, environment, arguments, base_url="/"):
        self.folder, self.log_file = folder, folder.parent / "hub.log"
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}{base_url.rstrip('/')}/hub"
        self.proxy = ProxyStandIn(environment["CONFIGPROXY_AUTH_TOKEN"])
        (folder / "jupyterhub_config.d").mkdir(exist_ok=True)
        (folder / "jupyterhub_config.d" / "here.py").write_text(HERE.format(proxy=self.proxy.url, port=self.port))
        bin_folder = Path(sys.executable).parent
        with self.log_file.open("w") as log:
            self.process = subprocess.Popen(
                [bin_folder / "jupyterhub", *arguments],
                cwd=folder, stdout=log, stderr=log, env={**environment, "PATH": f"{bin_folder}:{os.environ['PATH']}", "HOME": str(folder)},
            )

    @property
    def log(self):
        return self.log_file.read_text()

    def get(self, path):
        with urllib.request.urlopen(f"{self.url}{path}", timeout=5) as response:
            return response.status

    def wait_for(self, condition, seconds=60):
        end = time.monotonic() + seconds
        while time.monotonic() < end and self.process.poll() is None:
            try:
                if result := condition():
                    return result
            except OSError:
                pass
            time.sleep(0.1)
        pytest.fail(f"the hub did not get there:\n{self.log[-5000:]}")

    def wait_until_healthy(self):
        return self.wait_for(lambda: self.get("/health"))

    def stop(self):
        self.process.terminate()
        self.process.wait(20)
        self.proxy.stop()


@pytest.fixture
def start():
    hubs = []

    def start(*args, **more):
        hubs.append(RunningHub(*args, **more))
        return hubs[-1]

    yield start
    for hub in hubs:
        hub.stop()


def in_cluster(folder, docs):
    """The hub's container once the bootstrap Job has run."""
    account = folder / "account"
    account.mkdir()
    for name, text in (("token", "token"), ("namespace", "jhub"), ("ca.crt", "")):
        (account / name).write_text(text)
    api = FakeApi(secret_data(find(docs, "Secret", "hub")))
    secret, keys = bootstrap_arguments(docs)
    assert run("--server", api.url, "--account", str(account), secret=secret, keys=keys).returncode == 0
    api.stop()
    return HubContainer(docs, {"hub": decoded(api.data)})


def hub_arguments(container, folder):
    command, *arguments = container.arguments
    assert command == "jupyterhub"
    return [argument.replace("/usr/local/etc/jupyterhub", str(folder)) for argument in arguments]


def test_a_hub_on_files_written_by_hand_answers_health(pod, start):
    hub = start(pod.base, ENVIRONMENT, ["--config", str(pod.file)])
    assert hub.wait_until_healthy() == 200
    assert "Traceback" not in hub.log


@pytest.mark.parametrize("values, base_url", [({}, "/"), (FULL, "/jupyter")], ids=["default", "full"])
def test_a_hub_on_rendered_manifests_answers_health(tmp_path, start, values, base_url):
    container = in_cluster(tmp_path, render(tmp_path, values))
    folder = tmp_path / "jupyterhub"
    container.lay_out(folder)
    hub = start(folder, container.environment(), hub_arguments(container, folder), base_url)
    assert hub.wait_until_healthy() == 200
    assert hub.get("/login") == 200
    hub.wait_for(lambda: base_url in hub.proxy.routes)
    assert hub.proxy.routes[base_url]["target"] == "http://hub:8081"
    assert hub.proxy.rejected == 0
    assert not re.search("Traceback|Config option .* not recognized", hub.log)
    if values:
        assert "answer 42" in hub.log
        assert "running hub.extraConfig.10-trace" in hub.log
    for token in container.secrets["hub"].values():
        assert token not in hub.log


def test_a_hub_without_its_tokens_ends_with_one_line(pod, start):
    pod.remove("secret/hub.config.CryptKeeper.keys")
    hub = start(pod.base, ENVIRONMENT, ["--config", str(pod.file)])
    assert hub.process.wait(30) == 1
    lines = [line for line in hub.log.splitlines() if "pycurl" not in line]
    assert lines == [
        f"hub configuration: FATAL: {pod.base}/secret/hub.config.CryptKeeper.keys: no such key: "
        "put it into the Secret, or wait for the secret-bootstrap Job"
    ]


def test_a_hub_with_broken_extra_config_ends_with_its_traceback(pod, start):
    pod.set_yaml("config/extra-config.yaml", {"broken": "x = 1\nc.Spawner.cmd = undefined\n"})
    hub = start(pod.base, ENVIRONMENT, ["--config", str(pod.file)])
    assert hub.process.wait(30) == 1
    lines = [line for line in hub.log.splitlines() if "^^^" not in line]  # not every Python underlines
    assert lines[-5:] == [
        "Traceback (most recent call last):",
        '  File "hub.extraConfig.broken", line 2, in <module>',
        "    c.Spawner.cmd = undefined",
        "NameError: name 'undefined' is not defined",
        "hub configuration: FATAL: hub.extraConfig.broken: line 2: NameError, see above",
    ]


def test_a_hub_with_an_existing_secret_takes_its_values(tmp_path, start):
    docs = render(tmp_path, {"hub": {"existingSecret": "theirs", "services": {"reporting": {"url": "http://127.0.0.1:9"}}}})
    own = in_cluster(tmp_path, docs).secrets["hub"]
    values = {"hub": {"allowNamedServers": True, "extraConfig": {"a": "print('seen', get_config('custom.answer'), flush=True)"}}, "custom": {"answer": 43}}
    theirs = {"values.yaml": yaml.safe_dump(values), "hub.services.reporting.apiToken": "t0ken-t0ken"}
    container = HubContainer(docs, {"hub": own, "theirs": theirs})
    folder = tmp_path / "jupyterhub"
    container.lay_out(folder)
    hub = start(folder, container.environment(), hub_arguments(container, folder))
    assert hub.wait_until_healthy() == 200
    assert "seen 43" in hub.log
    assert "existing-secret/values.yaml gives custom, hub.allowNamedServers, hub.extraConfig" in hub.log
    request = urllib.request.Request(f"{hub.url}/api/services/reporting", headers={"Authorization": "token t0ken-t0ken"})
    with pytest.raises(urllib.error.HTTPError) as refused:  # known, and allowed nothing
        urllib.request.urlopen(request)
    assert refused.value.code in (403, 404)


def test_a_hub_whose_database_does_not_answer_ends_without_showing_the_password(tmp_path, start):
    pytest.importorskip("psycopg2")
    db = {"type": "postgres", "url": "postgresql+psycopg2://hub@127.0.0.1:1/hub", "password": "pl4nted"}
    container = in_cluster(tmp_path, render(tmp_path, {"hub": {"db": db}, "debug": {"enabled": True}}))
    folder = tmp_path / "jupyterhub"
    container.lay_out(folder)
    hub = start(folder, container.environment(), hub_arguments(container, folder))
    assert hub.process.wait(90) == 1
    assert "127.0.0.1" in hub.log and "Connection refused" in hub.log
    assert "pl4nted" not in hub.log
