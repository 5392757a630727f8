"""Tokens outlive every apply: rendered Secrets on a real API server, with the bootstrap script, and a real hub that looks after them."""

import itertools
import os
import signal
import time

import pytest
import yaml
from bootstrap import COOKIE, CRYPT, KEYS, PROXY, decoded, run
from cluster import KUBECONFIG, Namespace
from manifests import BOOTSTRAP, HubContainer, bootstrap_arguments, component, find, render, secret_data
from test_hub_starts import hub_arguments, start  # noqa: F401

pytestmark = pytest.mark.skipif(not KUBECONFIG, reason="TEST_KUBECONFIG names no cluster")

RELEASES = {
    "no literals": {},
    "a password": {"hub": {"config": {"DummyAuthenticator": {"password": "dragon"}}}},
    "an existing Secret": {"hub": {"existingSecret": "theirs"}},
    "a variable and a file": {"hub": {"extraEnv": {"A_TOKEN": "hunter2"}, "extraFiles": {"f": {"mountPath": "/f", "stringData": "text"}}}},
    "a token": {"proxy": {"secretToken": "given"}},
    "all tokens": {
        "proxy": {"secretToken": "given-too"},
        "hub": {"cookieSecret": "c0" * 32, "config": {"CryptKeeper": {"keys": ["k"]}}, "services": {"reporting": {"apiToken": "given"}}},
    },
    "a service": {"hub": {"services": {"reporting": {}}}},
}
LABELS = "app.kubernetes.io/instance=jhub,app.kubernetes.io/managed-by=cdk8s-jupyterhub"
WAYS = {
    "kubectl apply": ["apply"],
    "kubectl apply --server-side": ["apply", "--server-side", "--force-conflicts"],
    "kubectl apply --prune": ["apply", "--prune", f"--selector={LABELS}", "--prune-allowlist=core/v1/Secret", "--prune-allowlist=batch/v1/Job"],
}
NOW = ("--timeout", "10", "--grace", "10")


def all_pairs(names):
    """A walk that goes from each to each, itself included."""
    left, walk = {name: list(names) for name in names}, [names[0]]
    stack = [names[0]]
    walk = []
    while stack:  # every node has as many ways in as out
        if left[stack[-1]]:
            stack.append(left[stack[-1]].pop())
        else:
            walk.append(stack.pop())
    return walk[::-1]


def test_the_walk_has_every_pair():
    names = list(RELEASES)
    walk = all_pairs(names)
    assert sorted(zip(walk, walk[1:])) == sorted(itertools.product(names, names))


@pytest.fixture
def namespace(tmp_path):
    namespace = Namespace(tmp_path)
    yield namespace
    namespace.delete()


@pytest.fixture(scope="module")
def rendered(tmp_path_factory):
    folder = tmp_path_factory.mktemp("values")
    return {name: render(folder, values, "a-namespace") for name, values in RELEASES.items()}


def in_namespace(docs, name):
    return [{**doc, "metadata": {**doc["metadata"], "namespace": name}} for doc in docs]


def tokens(namespace):
    return {key: value for key, value in decoded(namespace.get("secret", "hub").get("data") or {}).items() if key in KEYS}


def apply(namespace, way, docs):
    """What matters of a release: its Secrets, and what generates tokens."""
    docs = [doc for doc in docs if doc["kind"] == "Secret" or component(doc) == BOOTSTRAP]
    text = yaml.safe_dump_all(in_namespace(docs, namespace.name)).replace("namespace: a-namespace", f"namespace: {namespace.name}")
    return namespace.kubectl(*WAYS[way], "-f", "-", text=text)


def bootstrap(namespace, docs):
    """What the Job would do: there is no node to run it."""
    name, keys = bootstrap_arguments(docs)
    given = namespace.folder / "given"
    given.mkdir(exist_ok=True)
    for path in given.iterdir():
        path.unlink()
    job = next(doc for doc in docs if doc["kind"] == "Job" and component(doc) == BOOTSTRAP)
    for volume in job["spec"]["template"]["spec"]["volumes"]:
        for item in volume.get("secret", {}).get("items", []):
            (given / item["path"]).write_text(literals_of(docs)[item["key"]])
    account = namespace.account(f"hub-{BOOTSTRAP}")
    env = {**os.environ, "JOB_NAME": job["metadata"]["name"]}
    result = run("--server", namespace.server, "--account", str(account), *NOW, "--given", str(given), secret=name, keys=keys, env=env)
    assert (result.returncode, "if the Secret is ever deleted" in result.stderr) == (0, False), result.stderr


def literals_of(docs):
    found = [doc for doc in docs if doc["kind"] == "Secret" and doc["metadata"]["name"] == "hub-literals"]
    return decoded(secret_data(found[0])) if found else {}


@pytest.mark.parametrize("way", WAYS)
def test_no_token_is_lost_between_any_two_releases(namespace, rendered, way):
    known = {}
    for name in all_pairs(list(RELEASES)):
        docs = rendered[name]
        apply(namespace, way, docs)
        assert tokens(namespace) == known, name
        bootstrap(namespace, docs)
        known = {**known, **{key: value for key, value in literals_of(docs).items() if key in KEYS}}
        now = tokens(namespace)
        assert {key: now[key] for key in known} == known, name
        assert set(bootstrap_arguments(docs)[1]) <= set(now), name
        known = now


def test_a_deleted_secret_takes_the_job_along_so_that_an_apply_fills_it_again(namespace, rendered):
    docs = rendered["a password"]
    apply(namespace, "kubectl apply", docs)
    bootstrap(namespace, docs)
    before = tokens(namespace)
    namespace.kubectl("delete", "secret", "hub")
    end = time.monotonic() + 30
    while namespace.names("job") and time.monotonic() < end:
        time.sleep(0.2)
    answers = apply(namespace, "kubectl apply", docs).splitlines()
    assert [line for line in answers if line.endswith(" created")] == [line for line in answers if line.startswith(("secret/hub ", "job"))]
    bootstrap(namespace, docs)
    assert set(tokens(namespace)) == set(before)


def test_what_kubectl_applied_of_the_chart_before_is_kept_when_its_notes_are_removed(namespace, rendered):
    """The chart's own manifests by `kubectl apply`: docs/how-to.md says which annotation to remove first."""
    chart = {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "hub"}, "stringData": {key: "of the chart" for key in KEYS}}
    namespace.apply(chart)
    namespace.kubectl("annotate", "secret", "hub", "kubectl.kubernetes.io/last-applied-configuration-")
    apply(namespace, "kubectl apply", rendered["no literals"])
    assert tokens(namespace) == {key: "of the chart" for key in KEYS}


@pytest.fixture
def hub(namespace, rendered, tmp_path, start):  # noqa: F811
    """A hub with the rights that it has in its pod, and an object that stands for that pod."""
    def hub(name):
        docs = rendered[name]
        apply(namespace, "kubectl apply", docs)
        rights = [doc for doc in docs if doc["kind"] in ("ServiceAccount", "Role", "RoleBinding") and component(doc) == "hub"]
        text = yaml.safe_dump_all(in_namespace(rights, namespace.name)).replace("namespace: a-namespace", f"namespace: {namespace.name}")
        namespace.kubectl("apply", "-f", "-", text=text)
        bootstrap(namespace, docs)
        for component_ in ("hub", "proxy"):
            labels = find(docs, "Deployment", component_)["spec"]["template"]["metadata"]["labels"]
            spec = {"containers": [{"name": "c", "image": "i"}], "automountServiceAccountToken": False}
            namespace.apply({"apiVersion": "v1", "kind": "Pod", "metadata": {"name": f"the-{component_}", "labels": labels}, "spec": spec})
        container = HubContainer(docs, {"hub": decoded(namespace.get("secret", "hub")["data"])})
        folder = tmp_path / "jupyterhub"
        container.lay_out(folder)
        (folder / "jupyterhub_config.d").mkdir()
        (folder / "jupyterhub_config.d" / "here-too.py").write_text(
            "import bootstrap_secrets, pathlib\n"
            f"bootstrap_secrets.ACCOUNT = pathlib.Path({str(namespace.account('hub'))!r})\n"
            f"bootstrap_secrets.in_cluster_server = lambda: {namespace.server!r}\n"
        )
        running = start(folder, {**container.environment(namespace.name), "KUBECONFIG": KUBECONFIG}, hub_arguments(container, folder))
        running.wait_until_healthy()
        return running

    return hub


def pods(namespace):
    return [name for name in namespace.names("pod") if name.startswith("pod/the-")]


def take_out(namespace):
    namespace.kubectl("patch", "secret", "hub", "--type=json", '--patch=[{"op": "remove", "path": "/data"}]')


def test_a_running_hub_puts_tokens_back_that_were_taken_out(namespace, hub):
    running = hub("a password")
    before = tokens(namespace)
    assert set(before) == {PROXY, COOKIE, CRYPT}
    take_out(namespace)
    running.wait_for(lambda: tokens(namespace) == before, 20)
    assert f"written to Secret hub: {PROXY}, {COOKIE}, {CRYPT}" in running.log
    assert pods(namespace) == ["pod/the-hub", "pod/the-proxy"]


def test_a_hub_that_ends_puts_them_back_too(namespace, hub):
    running = hub("a password")
    before = tokens(namespace)
    running.process.send_signal(signal.SIGSTOP)  # it sees nothing of what happens
    take_out(namespace)
    running.process.send_signal(signal.SIGTERM)
    running.process.send_signal(signal.SIGCONT)
    running.process.wait(30)
    assert tokens(namespace) == before


def test_a_changed_literal_makes_the_hub_start_again(namespace, hub, rendered):
    running = hub("a password")
    docs = [dict(doc) for doc in rendered["a password"]]
    literals = find(docs, "Secret", "hub-literals")
    literals["data"] = {**literals["data"], "config.yaml": "eDogeQo="}
    apply(namespace, "kubectl apply", docs)
    running.wait_for(lambda: pods(namespace) == ["pod/the-proxy"], 40)
    assert "Secret hub-literals was changed: the hub starts again" in running.log


def test_a_changed_token_makes_the_hub_start_again(namespace, hub):
    running = hub("no literals")
    patch = yaml.safe_dump({"stringData": {PROXY: "rotated"}})
    namespace.kubectl("patch", "secret", "hub", f"--patch={patch}")
    running.wait_for(lambda: pods(namespace) == ["pod/the-proxy"], 40)
    assert tokens(namespace)[PROXY] == "rotated"
