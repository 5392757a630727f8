"""jupyterhub_config.py: from the mounted files to traitlets' configuration."""

import os

import pytest
from pod import COOKIE_SECRET, CRYPT_KEY, FILES


def test_the_synthesized_traits_are_jupyterhubs_configuration(pod):
    c = pod.load()
    assert c.KubeSpawner.image == "quay.io/jupyterhub/k8s-singleuser-sample:4.4.0"
    assert c.JupyterHub.spawner_class == "kubespawner.KubeSpawner"
    assert c.ConfigurableHTTPProxy.should_start is False


def test_the_secret_part_merges_into_the_synthesized_traits(pod):
    pod.merge("config/config.yaml", GenericOAuthenticator={"client_id": "id", "extra_params": {"a": 1}})
    pod.merge("literals/config.yaml", GenericOAuthenticator={"client_secret": "s3cret", "extra_params": {"b": 2}})
    c = pod.load()
    assert c.GenericOAuthenticator == {"client_id": "id", "client_secret": "s3cret", "extra_params": {"a": 1, "b": 2}}


def test_a_list_in_the_secret_part_replaces_the_list(pod):
    pod.merge("config/config.yaml", KubeSpawner={"args": ["--a"]})
    pod.merge("literals/config.yaml", KubeSpawner={"args": ["--b"]})
    assert pod.load().KubeSpawner.args == ["--b"]


def test_the_addresses_come_from_names_and_service_variables(pod):
    pod.merge("config/cluster.yaml", names={"hub": "jhub-hub", "proxy-api": "jhub-proxy-api"})
    pod.monkeypatch.setenv("JHUB_HUB_SERVICE_PORT", "8089")
    pod.monkeypatch.setenv("JHUB_PROXY_API_SERVICE_PORT", "8009")
    c = pod.load()
    assert c.JupyterHub.hub_connect_url == "http://jhub-hub:8089"
    assert c.ConfigurableHTTPProxy.api_url == "http://jhub-proxy-api:8009"


def test_addresses_that_are_configured_stay(pod):
    pod.merge("config/config.yaml", JupyterHub={"hub_connect_url": "https://hub:1"}, ConfigurableHTTPProxy={"api_url": "https://proxy:2"})
    pod.monkeypatch.delenv("HUB_SERVICE_PORT")
    pod.monkeypatch.delenv("PROXY_API_SERVICE_PORT")
    c = pod.load()
    assert c.JupyterHub.hub_connect_url == "https://hub:1"
    assert c.ConfigurableHTTPProxy.api_url == "https://proxy:2"


def test_user_pods_go_to_the_hubs_namespace_unless_configured(pod):
    assert pod.load().KubeSpawner.namespace == "jhub"
    pod.merge("config/config.yaml", KubeSpawner={"namespace": "users"})
    assert pod.load().KubeSpawner.namespace == "users"


def test_the_tokens_come_from_the_secret(pod):
    pod.set("secret/hub.config.CryptKeeper.keys", f"{CRYPT_KEY};{'b2' * 32}")
    c = pod.load()
    assert c.JupyterHub.cookie_secret == COOKIE_SECRET
    assert c.CryptKeeper["keys"] == [CRYPT_KEY, "b2" * 32]


def test_a_key_of_the_existing_secret_wins(pod):
    pod.set("existing-secret/hub.config.JupyterHub.cookie_secret", "ee" * 32)
    c = pod.load()
    assert c.JupyterHub.cookie_secret == "ee" * 32
    assert c.CryptKeeper["keys"] == [CRYPT_KEY]


def test_a_service_with_a_token_gets_it_from_the_secret(pod):
    pod.merge("config/config.yaml", JupyterHub={"services": [{"name": "reporting", "url": "http://r"}, {"name": "announcements"}]})
    pod.merge("config/cluster.yaml", serviceTokens={"reporting": "reporter"})
    pod.set("secret/hub.services.reporter.apiToken", "t0ken")
    assert pod.load().JupyterHub.services == [
        {"name": "reporting", "url": "http://r", "api_token": "t0ken"},
        {"name": "announcements"},
    ]


def environment(**files):
    return {name.replace("_", ".").replace("extra.", "extra-"): [{"path": p, "variable": v} for p, v in places] for name, places in files.items()}


def test_a_trait_can_come_from_the_environment(pod):
    places = [
        (["GitHubOAuthenticator", "client_secret"], "HUB_SECRET_1"),
        (["KubeSpawner", "environment", "API_KEY"], "HUB_SECRET_2"),
        (["KubeSpawner", "extra_labels", "example.org/key"], "HUB_SECRET_2"),
        (["JupyterHub", "load_roles", 1, "description"], "HUB_SECRET_1"),
    ]
    pod.merge("config/cluster.yaml", environment=environment(config_yaml=places))
    pod.merge("config/config.yaml", KubeSpawner={"environment": {"A": "1"}}, JupyterHub={"load_roles": [{"name": "a"}, {"name": "b"}]})
    pod.monkeypatch.setenv("HUB_SECRET_1", "one")
    pod.monkeypatch.setenv("HUB_SECRET_2", "two")
    c = pod.load()
    assert c.GitHubOAuthenticator.client_secret == "one"
    assert c.KubeSpawner.environment == {"A": "1", "API_KEY": "two"}
    assert c.KubeSpawner.extra_labels == {"example.org/key": "two"}
    assert c.JupyterHub.load_roles == [{"name": "a"}, {"name": "b", "description": "one"}]


def test_values_code_and_tokens_can_come_from_the_environment(pod):
    pod.merge("config/cluster.yaml", database={"type": "postgres"}, environment=environment(
        values_yaml=[(["custom", "list", 0], "HUB_SECRET_1")],
        extra_config_yaml=[(["a"], "HUB_SECRET_2")],
        secret=[(["hub.db.password"], "HUB_SECRET_1"), (["hub.config.CryptKeeper.keys"], "HUB_SECRET_3")],
    ))
    pod.set_yaml("config/values.yaml", {"custom": {"list": [None, 2]}})
    pod.monkeypatch.setenv("HUB_SECRET_1", "one")
    pod.monkeypatch.setenv("HUB_SECRET_2", "c.Trace.list = get_config('custom.list')")
    pod.monkeypatch.setenv("HUB_SECRET_3", CRYPT_KEY)
    pod.remove("secret/hub.config.CryptKeeper.keys")
    c = pod.load()
    assert c.Trace.list == ["one", 2]
    assert c.CryptKeeper["keys"] == [CRYPT_KEY]
    assert pod.environ == {"PGPASSWORD": "one"}


@pytest.mark.parametrize("kind, variable", [("mysql", "MYSQL_PWD"), ("postgres", "PGPASSWORD")])
def test_the_database_password_goes_to_the_drivers_variable(pod, kind, variable):
    pod.merge("config/cluster.yaml", database={"type": kind})
    pod.set("literals/hub.db.password", "pa55")
    pod.load()
    assert pod.environ == {variable: "pa55"}
    assert "pa55" not in pod.log


def test_the_existing_secrets_database_password_wins(pod):
    pod.merge("config/cluster.yaml", database={"type": "postgres"})
    pod.set("literals/hub.db.password", "ours")
    pod.set("existing-secret/hub.db.password", "theirs")
    pod.load()
    assert pod.environ == {"PGPASSWORD": "theirs"}


@pytest.mark.parametrize("kind", ["sqlite-pvc", "sqlite-memory", "other"])
def test_a_database_password_that_nobody_reads_is_warned_of(pod, kind):
    pod.merge("config/cluster.yaml", database={"type": kind})
    pod.set("literals/hub.db.password", "pa55")
    pod.load()
    assert pod.environ == {}
    assert f"warning: hub.db.password is not used where hub.db.type is {kind}" in pod.log
    assert "pa55" not in pod.log


def test_without_pycurl_the_hub_says_so_and_starts(pod):
    pod.monkeypatch.setitem(__import__("sys").modules, "pycurl", None)
    pod.monkeypatch.delitem(__import__("sys").modules, "tornado.curl_httpclient", raising=False)
    pod.load()
    assert "pycurl is not installed" in pod.log


def test_curl_is_the_http_client_where_it_is_installed(pod):
    pytest.importorskip("pycurl")
    pod.set("jupyterhub_config.d/look.py", "c.Trace.client = AsyncHTTPClient.configured_class().__name__")
    assert pod.load().Trace.client == "CurlAsyncHTTPClient"


def test_the_files_are_small_enough_to_review():
    lines = {path.name: len(path.read_text().splitlines()) for path in FILES.glob("*.py")}
    assert max(lines.values()) < 280


def test_refuses_a_missing_config_map(pod):
    pod.remove("config/config.yaml")
    assert pod.refusal() == ["config/config.yaml: not there: apply the hub's ConfigMap again"]


def test_refuses_missing_cluster_facts(pod):
    pod.remove("config/cluster.yaml")
    assert pod.refusal() == ["config/cluster.yaml: not there: apply the hub's ConfigMap again"]


def test_refuses_unreadable_yaml_without_quoting_it(pod):
    pod.set("literals/config.yaml", "GitHubOAuthenticator:\n  client_secret: *s3cret\n")
    assert pod.refusal() == ["literals/config.yaml:2:18: not readable as YAML"]
    assert "s3cret" not in pod.log


def test_refuses_a_yaml_tag_without_quoting_it(pod):
    pod.set("literals/config.yaml", "GitHubOAuthenticator: {client_secret: !s3cret x}\n")
    assert pod.refusal() == ["literals/config.yaml:1:39: not readable as YAML"]
    assert "s3cret" not in pod.log


def test_refuses_a_file_that_is_no_map(pod):
    pod.set("config/config.yaml", "- JupyterHub\n")
    assert pod.refusal() == ["config/config.yaml: must be a map, not list"]


def test_refuses_a_section_that_is_no_map(pod):
    pod.set_yaml("config/config.yaml", {"KubeSpawner": ["image"]})
    assert pod.refusal() == ["config.yaml: KubeSpawner: must be a map, not list"]


def test_refuses_a_section_that_is_no_class(pod):
    pod.merge("config/config.yaml", loadRoles={"x": {}})
    assert pod.refusal() == ["config.yaml: loadRoles: not a class such as JupyterHub or KubeSpawner; is it misplaced?"]


def test_refuses_a_file_that_is_not_text(pod):
    (pod.base / "secret/hub.config.CryptKeeper.keys").write_bytes(b"\xff\xfe")
    assert pod.refusal() == ["secret/hub.config.CryptKeeper.keys: cannot be read: UnicodeDecodeError"]


@pytest.mark.parametrize("key", ["hub.config.JupyterHub.cookie_secret", "hub.config.CryptKeeper.keys"])
def test_refuses_to_start_without_a_token(pod, key):
    pod.remove(f"secret/{key}")
    assert pod.refusal() == [f"secret/{key}: no such key: put it into the Secret, or wait for the secret-bootstrap Job"]


def test_refuses_to_start_without_a_services_token(pod):
    pod.merge("config/config.yaml", JupyterHub={"services": [{"name": "reporting"}]})
    pod.merge("config/cluster.yaml", serviceTokens={"reporting": "reporter"})
    assert pod.refusal() == [
        "secret/hub.services.reporter.apiToken: no such key: put it into the Secret, or wait for the secret-bootstrap Job"
    ]


def test_refuses_an_empty_token_as_a_missing_one(pod):
    pod.set("secret/hub.config.JupyterHub.cookie_secret", "")
    assert pod.refusal() == [
        "secret/hub.config.JupyterHub.cookie_secret: no such key: put it into the Secret, or wait for the secret-bootstrap Job"
    ]


def test_refuses_to_start_without_a_service_variable(pod):
    pod.monkeypatch.delenv("PROXY_API_SERVICE_PORT")
    assert pod.refusal() == [
        "environment variable PROXY_API_SERVICE_PORT is not set: "
        "Kubernetes sets it for the Service proxy-api; create that, then restart the hub"
    ]


def test_refuses_to_start_without_a_traits_variable(pod):
    places = [(["GitHubOAuthenticator", "client_secret"], "HUB_SECRET_1")]
    pod.merge("config/cluster.yaml", environment=environment(config_yaml=places))
    assert pod.refusal() == [
        "environment variable HUB_SECRET_1 is not set: "
        "GitHubOAuthenticator.client_secret takes its value from it; add it to the hub's container"
    ]


def test_no_secret_is_ever_logged(pod):
    pod.merge("literals/config.yaml", GitHubOAuthenticator={"client_secret": "marker-1"})
    pod.merge("literals/values.yaml", custom={"password": "marker-2"})
    pod.set_yaml("existing-secret/values.yaml", {"hub": {"db": {"type": "other", "password": "marker-3", "url": "marker-4"}}})
    pod.set_yaml("literals/extra-config.yaml", {"a": "password = 'marker-5'"})
    pod.load()
    assert "marker" not in pod.log
    assert os.path.basename(pod.file) == "jupyterhub_config.py"
