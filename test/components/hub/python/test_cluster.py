"""On a real API server: the bootstrap script with its Job's own rights, and a hub that asks for a user's pod."""

import os
import socket
import subprocess
import threading
import time
import urllib.request
from urllib.parse import urlsplit

import pytest
import yaml
from bootstrap import COOKIE, CRYPT, KEYS, PROXY, SERVICE, assert_drawn, command, decoded, encoded, run
from cluster import KUBECONFIG, Namespace
from manifests import BOOTSTRAP, HubContainer, bootstrap_arguments, component, find, render
from test_hub_starts import hub_arguments, start  # noqa: F401

pytestmark = pytest.mark.skipif(not KUBECONFIG, reason="TEST_KUBECONFIG names no cluster")

VALUES = {
    "hub": {
        "services": {"reporting": {}},
        "loadRoles": {"reporting": {"scopes": ["admin:users", "admin:servers"], "services": ["reporting"]}},
    },
    "singleuser": {"image": {"name": "example.org/user", "tag": "1"}, "memory": {"limit": "2G"}},
}
RIGHTS = ("ServiceAccount", "Role", "RoleBinding")


@pytest.fixture
def namespace(tmp_path):
    namespace = Namespace(tmp_path)
    yield namespace
    namespace.delete()


@pytest.fixture
def release(namespace, tmp_path):
    """The rights of the rendered bootstrap Job, applied; its Secret is not yet."""
    docs = render(tmp_path, VALUES, namespace.name)
    namespace.apply(*(doc for doc in docs if component(doc) == BOOTSTRAP and doc["kind"] in RIGHTS))
    return docs


@pytest.fixture
def bootstrap(namespace, release):
    account = namespace.account(f"hub-{BOOTSTRAP}")
    # A right takes a moment to be known to the API server.
    flags = ["--server", namespace.server, "--account", str(account), "--timeout", "10"]

    def bootstrap(*more, **given):
        return run(*flags, *more, **given)

    bootstrap.flags = flags
    return bootstrap


def secret(data=None, **more):
    return {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "hub"}, "data": data or {}, **more}


def test_fills_an_empty_secret_and_keeps_it_when_run_again(namespace, bootstrap):
    namespace.apply(secret())
    result = bootstrap()
    assert (result.returncode, result.stdout) == (0, f"secret-bootstrap: written: {', '.join(KEYS)}\n")
    first = namespace.get("secret", "hub")
    assert_drawn(decoded(first["data"]))
    result = bootstrap()
    assert (result.returncode, result.stdout) == (0, "secret-bootstrap: written: nothing, all keys are there\n")
    assert namespace.get("secret", "hub") == first


def test_fills_the_rendered_secret_with_what_the_job_asks_for(namespace, bootstrap, release):
    namespace.apply(find(release, "Secret", "hub"))
    name, keys = bootstrap_arguments(release)
    assert bootstrap(secret=name, keys=keys).returncode == 0
    assert set(keys) == set(KEYS)
    assert_drawn(decoded(namespace.get("secret", "hub")["data"]))


def test_keeps_what_a_partly_filled_secret_has(namespace, bootstrap):
    namespace.apply(secret({COOKIE: encoded("mine"), "other": encoded("mine"), CRYPT: ""}))
    assert bootstrap().stdout == f"secret-bootstrap: written: {PROXY}, {CRYPT}, {SERVICE}\n"
    data = decoded(namespace.get("secret", "hub")["data"])
    assert (data[COOKIE], data["other"]) == ("mine", "mine")
    assert_drawn(data, (PROXY, CRYPT, SERVICE))


def test_does_not_write_to_a_complete_secret(namespace, bootstrap):
    namespace.apply(secret({key: encoded("mine") for key in KEYS}))
    before = namespace.get("secret", "hub")
    assert bootstrap().returncode == 0
    assert namespace.get("secret", "hub") == before


def test_what_was_drawn_outlives_the_next_apply(namespace, bootstrap, release):
    applied = find(release, "Secret", "hub")
    namespace.apply(applied)
    bootstrap()
    before = namespace.get("secret", "hub")["data"]
    namespace.apply(applied)
    assert namespace.get("secret", "hub")["data"] == before


def test_a_second_apply_changes_nothing_and_another_image_is_another_job(namespace, tmp_path):
    def apply(tag):
        docs = [doc for doc in render(tmp_path, {"hub": {"image": {"tag": tag}}}, namespace.name) if component(doc) == BOOTSTRAP]
        return namespace.kubectl("apply", "-f", "-", text=yaml.safe_dump_all(docs)).splitlines()

    assert all(line.endswith(" created") for line in apply("4.4.0"))
    assert all(line.endswith(" unchanged") for line in apply("4.4.0"))
    again = apply("4.4.1")
    changed = [line for line in again if not line.endswith(" unchanged")]
    assert [line.split("/")[0] for line in changed] == ["role.rbac.authorization.k8s.io", "job.batch"]
    assert len(namespace.names("job")) == 2


def test_runs_at_the_same_time_agree(namespace, bootstrap):
    namespace.apply(secret())
    runs = [subprocess.Popen(command(*bootstrap.flags), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(4)]
    outputs = [process.communicate()[0] for process in runs]
    assert [process.returncode for process in runs] == [0] * 4
    assert sorted(output.count("nothing") for output in outputs) == [0, 1, 1, 1]


def test_waits_for_a_secret_that_is_applied_a_moment_later(namespace, bootstrap):
    process = subprocess.Popen(command(*bootstrap.flags), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    time.sleep(1)
    namespace.apply(secret())
    assert process.communicate(timeout=60)[0].startswith("secret-bootstrap: written: ")
    assert process.returncode == 0


def test_says_that_the_secret_does_not_exist(namespace, bootstrap):
    result = bootstrap("--grace", "1")
    assert result.returncode == 1
    assert result.stderr.splitlines()[-1] == (
        f"secret-bootstrap: Secret {namespace.name}/hub does not exist: apply the file that holds it; it is not created here"
    )


def test_its_rights_end_at_the_one_secret(namespace, bootstrap):
    namespace.apply({**secret(), "metadata": {"name": "another"}})
    result = bootstrap("--grace", "1", secret="another")
    assert result.returncode == 1
    assert f"no right to get Secret {namespace.name}/another" in result.stderr.splitlines()[-1]


def test_says_which_right_is_missing(namespace):
    namespace.apply(secret())
    account = namespace.account("default")
    result = run("--server", namespace.server, "--account", str(account), "--grace", "0")
    assert (result.returncode, result.stderr) == (
        1,
        f"secret-bootstrap: no right to get Secret {namespace.name}/hub: bind this service account to a Role with get and patch on it\n",
    )


def test_says_that_an_immutable_secret_cannot_be_filled(namespace, bootstrap):
    namespace.apply(secret(immutable=True))
    result = bootstrap()
    assert result.returncode == 1
    assert "refuses to patch" in result.stderr.splitlines()[-1] and "immutable" in result.stderr.splitlines()[-1]


def test_waits_for_an_api_that_comes_back(namespace, bootstrap):
    """The API server behind an address that is down at first."""
    namespace.apply(secret())
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = free.getsockname()
    flags = ["--server", f"https://{address[0]}:{address[1]}", *bootstrap.flags[2:]]
    process = subprocess.Popen(command(*flags), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    time.sleep(1)
    with relay(address, urlsplit(namespace.server)):
        out, err = process.communicate(timeout=60)
    assert "does not answer" in err
    assert (process.returncode, out) == (0, f"secret-bootstrap: written: {', '.join(KEYS)}\n")


def relay(address, target):
    listener = socket.create_server(address)

    def copy(source, sink):
        try:
            while data := source.recv(65536):
                sink.sendall(data)
            sink.shutdown(socket.SHUT_WR)
        except OSError:
            pass

    def serve():
        while True:
            try:
                near, _ = listener.accept()
            except OSError:
                return
            far = socket.create_connection((target.hostname, target.port))
            for ends in ((near, far), (far, near)):
                threading.Thread(target=copy, args=ends, daemon=True).start()

    threading.Thread(target=serve, daemon=True).start()
    return listener


def test_a_hub_on_the_applied_release_asks_for_a_users_pod(namespace, bootstrap, release, tmp_path, start):  # noqa: F811
    namespace.apply(find(release, "Secret", "hub"))
    assert bootstrap().returncode == 0
    container = HubContainer(release, {"hub": decoded(namespace.get("secret", "hub")["data"])})
    folder = tmp_path / "jupyterhub"
    container.lay_out(folder)
    environment = {**container.environment(namespace.name), "KUBECONFIG": KUBECONFIG, "NO_PROXY": os.environ.get("NO_PROXY", "")}
    hub = start(folder, environment, hub_arguments(container, folder))
    hub.wait_until_healthy()

    token = container.secrets["hub"][SERVICE]
    for path in ("/api/users/ada", "/api/users/ada/server"):
        request = urllib.request.Request(hub.url + path, method="POST", headers={"Authorization": f"token {token}"})
        assert urllib.request.urlopen(request).status in (201, 202)
    hub.wait_for(lambda: "pod/jupyter-ada" in namespace.names("pod"))
    spec = namespace.get("pod", "jupyter-ada")["spec"]
    assert spec["containers"][0]["image"] == "example.org/user:1"
    assert spec["containers"][0]["resources"]["limits"] == {"memory": "2147483648"}
    assert [c["name"] for c in spec["initContainers"]] == ["block-cloud-metadata"]
    assert namespace.names("pvc") == ["persistentvolumeclaim/claim-ada"]
