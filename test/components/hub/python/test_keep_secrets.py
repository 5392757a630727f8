"""What the hub does about its Secrets while it runs, against stand-ins for the Kubernetes API and the proxy."""

import os
import signal
import sys

import pytest
from bootstrap import COOKIE, CRYPT, KEYS, PROXY, SERVICE, assert_drawn, decoded, encoded
from fake_api import FakeApi
from pod import COOKIE_SECRET, CRYPT_KEY, ENVIRONMENT
from proxy_standin import ProxyStandIn

TOKENS = {PROXY: ENVIRONMENT["CONFIGPROXY_AUTH_TOKEN"], COOKIE: COOKIE_SECRET, CRYPT: CRYPT_KEY, SERVICE: "service-token"}
NAMES = {
    "hub": "hub", "tokens": list(KEYS), "literals": "hub-literals", "files": "hub-files", "proxyToken": ["hub", PROXY],
    "labels": {"app": "jupyterhub", "component": "hub", "release": "jhub"},
}


@pytest.fixture
def kube(tmp_path):
    account = tmp_path / "account"
    account.mkdir()
    for name, text in (("token", "the-token\n"), ("namespace", "jhub"), ("ca.crt", "")):
        (account / name).write_text(text)
    kube = FakeApi({key: encoded(token) for key, token in TOKENS.items()})
    kube.account, kube.pods = account, {"hub-1": "hub", "proxy-1": "proxy", "jupyter-a": "singleuser-server"}
    yield kube
    kube.stop()


@pytest.fixture
def keeper(pod, kube, monkeypatch):
    """A function that makes what a hub with these Secrets mounted has running beside it."""
    def make(literals=None, tokens=TOKENS):
        for key, text in tokens.items():
            pod.set(f"secret/{key}", text)
        for key, text in (literals or {}).items():
            pod.set(f"literals/{key}", text)
        monkeypatch.syspath_prepend(str(pod.base / "config"))
        monkeypatch.syspath_prepend(str(pod.base))
        for module in ("z2jh", "bootstrap_secrets", "keep_secrets"):
            monkeypatch.delitem(sys.modules, module, raising=False)
        import bootstrap_secrets
        import keep_secrets
        monkeypatch.setattr(keep_secrets, "SETTLE", 0)
        monkeypatch.setattr(keep_secrets, "WATCH", 0)
        monkeypatch.setattr(keep_secrets, "RETRY", 0.01)
        return keep_secrets.Keeper(bootstrap_secrets.Api(kube.account, kube.url), NAMES)

    return make


def event(name, data, kind="MODIFIED"):
    secret = {"kind": "Secret", "metadata": {"name": name}, "data": {key: encoded(text) for key, text in data.items()}}
    return {"type": kind, "object": secret}


def hub_event(kube):
    return event("hub", decoded(kube.data or {}))


def test_tokens_that_are_taken_out_are_put_back_as_they_were(kube, keeper):
    keep = keeper()
    kube.data = {"mine": encoded("stays")}
    keep.look(hub_event(kube))
    assert decoded(kube.data) == {"mine": "stays", **TOKENS}
    assert "hub-1" in kube.pods and "proxy-1" in kube.pods


def test_a_secret_without_any_data_is_filled_too(kube, keeper):
    keep = keeper()
    kube.data = None
    keep.look({"type": "ADDED", "object": {"kind": "Secret", "metadata": {"name": "hub"}}})
    assert decoded(kube.data) == TOKENS


def test_a_token_that_the_hub_never_had_is_generated(kube, keeper):
    keep = keeper(tokens={key: token for key, token in TOKENS.items() if key != SERVICE})
    kube.data = None
    keep.look(hub_event(kube))
    assert_drawn(decoded(kube.data), [SERVICE])


def test_nothing_is_done_where_nothing_is_different(kube, keeper):
    keep = keeper({"config.yaml": "a: b"})
    keep.look(hub_event(kube))
    keep.look(event("hub-literals", {"config.yaml": "a: b"}, "ADDED"))
    keep.look(event("hub-files", {"f": "one"}, "ADDED"))
    keep.look(event("hub-files", {"f": "one"}))
    keep.look(event("another", {"f": "two"}))
    keep.look({"type": "BOOKMARK", "object": {"kind": "Secret", "metadata": {}}})
    assert {request[0] for request in kube.requests} <= {"GET"}
    assert "hub-1" in kube.pods


def test_a_hub_with_another_token_than_the_secret_starts_again(kube, keeper):
    keep = keeper()
    kube.write({PROXY: encoded("rotated")})
    keep.look(hub_event(kube))
    assert kube.pods == {"proxy-1": "proxy", "jupyter-a": "singleuser-server"}
    assert decoded(kube.data)[PROXY] == "rotated"


def test_a_token_that_another_secret_gives_is_not_compared(pod, kube, keeper):
    pod.set(f"existing-secret/{COOKIE}", "theirs")
    keep = keeper()
    kube.write({COOKIE: encoded("rotated")})
    keep.look(hub_event(kube))
    assert "hub-1" in kube.pods


def test_a_changed_literal_starts_the_hub_again(kube, keeper):
    keep = keeper({"config.yaml": "a: b"})
    keep.look(event("hub-literals", {"config.yaml": "a: c"}))
    assert "hub-1" not in kube.pods and "proxy-1" in kube.pods


def test_a_changed_literal_of_the_proxy_starts_the_proxy_again_once_and_not_the_hub(kube, keeper):
    keep = keeper({"config.yaml": "a: b", "proxy.chp.extraEnv.A": "one"})
    kube.pods["autohttps-1"] = "autohttps"
    keep.look(event("hub-literals", {"config.yaml": "a: b", "proxy.chp.extraEnv.A": "two"}))
    assert kube.pods == {"hub-1": "hub", "jupyter-a": "singleuser-server", "autohttps-1": "autohttps"}
    kube.pods["proxy-2"] = "proxy"
    keep.look(event("hub-literals", {"config.yaml": "a: b", "proxy.chp.extraEnv.A": "two"}))
    assert "proxy-2" in kube.pods


def test_a_changed_literal_of_traefik_starts_traefik_again(kube, keeper):
    keep = keeper({"proxy.traefik.extraEnv.A": "one"})
    kube.pods["autohttps-1"] = "autohttps"
    keep.look(event("hub-literals", {"proxy.traefik.extraEnv.A": "two"}))
    assert kube.pods == {"hub-1": "hub", "proxy-1": "proxy", "jupyter-a": "singleuser-server"}


def test_another_variable_of_the_proxy_changes_its_deployment_and_is_left_to_it(kube, keeper):
    keep = keeper({"proxy.chp.extraEnv.A": "one"})
    keep.look(event("hub-literals", {"proxy.chp.extraEnv.A": "one", "proxy.chp.extraEnv.B": "two"}))
    assert "proxy-1" in kube.pods
    keep.look(event("hub-literals", {"proxy.chp.extraEnv.A": "one", "proxy.chp.extraEnv.B": "three"}))
    assert "proxy-1" not in kube.pods


def test_a_changed_file_starts_the_hub_again(kube, keeper):
    keep = keeper()
    keep.look(event("hub-files", {"f": "one"}, "ADDED"))
    keep.look(event("hub-files", {"f": "two"}))
    assert "hub-1" not in kube.pods


def test_a_given_token_is_copied_and_the_hub_starts_again_with_it(kube, keeper):
    keep = keeper({PROXY: TOKENS[PROXY]})
    keep.look(event("hub-literals", {PROXY: "given"}))
    assert decoded(kube.data) == {**TOKENS, PROXY: "given"}
    assert "hub-1" not in kube.pods


def test_a_token_that_is_given_no_more_stays(kube, keeper):
    keep = keeper({PROXY: TOKENS[PROXY]})
    keep.look(event("hub-literals", {}))
    keep.look(hub_event(kube))
    assert decoded(kube.data) == TOKENS


def test_where_the_pod_cannot_be_deleted_the_container_starts_again(kube, keeper, monkeypatch):
    killed = []
    monkeypatch.setattr(os, "kill", lambda *args: killed.append(args))
    keep = keeper({"config.yaml": "a: b"})
    kube.pods = {}
    keep.look(event("hub-literals", {"config.yaml": "a: c"}))
    assert killed == [(os.getpid(), signal.SIGTERM)]


def test_an_api_that_refuses_is_said_once_and_without_a_token(pod, kube, keeper):
    keep = keeper()
    kube.data = None
    kube.faults = [403, 403]
    keep.look(hub_event(kube))
    keep.look(hub_event(kube))
    log = pod.capsys.readouterr().err
    assert log.count("the tokens in Secret hub cannot be checked: no right to get Secret jhub/hub") == 1
    assert not any(token in log for token in TOKENS.values())


@pytest.fixture
def proxy():
    proxies = []

    def start(token):
        proxies.append(ProxyStandIn(token))
        return proxies[-1].url

    yield start
    for one in proxies:
        one.stop()


def test_a_proxy_that_takes_the_token_is_left_alone(kube, keeper, proxy):
    keeper().agree_with_proxy(proxy(TOKENS[PROXY]))
    assert kube.requests == []


def test_a_proxy_with_another_token_starts_again(kube, keeper, proxy):
    keeper().agree_with_proxy(proxy("another"))
    assert kube.pods == {"hub-1": "hub", "jupyter-a": "singleuser-server"}


def test_a_proxy_is_left_alone_where_it_is_the_hub_that_has_an_old_token(kube, keeper, proxy, monkeypatch):
    keep = keeper()
    kube.write({PROXY: encoded("rotated")})
    asked = iter([403, 200])
    monkeypatch.setattr(keep, "ask_proxy", lambda url: next(asked))
    keep.agree_with_proxy("http://proxy-api:8001")
    assert "proxy-1" in kube.pods
