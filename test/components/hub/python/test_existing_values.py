"""values.yaml in an existing Secret (hub.existingSecret): what takes effect at start-up, and what is refused."""

import pytest
from pod import COOKIE_SECRET, existing_traits

# Keys of the chart whose value is the whole of a trait, with the trait.
TRAITS = {key: trait for how in ("whole", "nullable", "claims") for key, trait in existing_traits()[how].items()}

# What was given at synth: TRAITS' values as they stand there, and the traits made of them.
KNOWN = {
    "Chart": {"Name": "jupyterhub", "Version": "4.4.0"},
    "custom": {"answer": 42},
    "debug": {"enabled": False},
    "hub": {
        "config": {"JupyterHub": {"admin_access": True, "authenticator_class": "dummy"}},
        "db": {"type": "sqlite-pvc", "url": None, "password": None, "pvc": {"storage": "1Gi"}},
        "concurrentSpawnLimit": 64,
        "extraConfig": {"10-a": "c.Trace.a = 'synth'", "20-b": "c.Trace.b = 'synth'"},
        "loadRoles": {},
        "services": {},
    },
    "proxy": {"service": {"type": "LoadBalancer"}},
    "scheduling": {"userPods": {"tolerations": [{"key": "user"}]}},
    "singleuser": {
        "cmd": "jupyterhub-singleuser",
        "image": {"name": "example.org/user", "tag": "1", "pullPolicy": None, "pullSecrets": ["mine"]},
        "initContainers": [{"name": "first"}],
        "extraTolerations": [{"key": "mine"}],
        "extraEnv": {"A": "1"},
        "memory": {"limit": "2G", "guarantee": "1G"},
        "networkPolicy": {"enabled": True},
        "storage": {"type": "dynamic", "extraVolumes": [{"name": "shared"}], "extraVolumeMounts": [{"name": "shared", "mountPath": "/s"}]},
    },
}
MADE = {
    "JupyterHub": {"concurrent_spawn_limit": 64, "admin_access": True},
    "Spawner": {"cmd": "jupyterhub-singleuser"},
    "KubeSpawner": {
        "image": "example.org/user:1",
        "image_pull_secrets": ["all", "mine"],
        "init_containers": [{"name": "first"}, {"name": "block-cloud-metadata"}],
        "tolerations": [{"key": "user"}, {"key": "mine"}],
        "environment": {"A": "1"},
        "mem_limit": "2G",
        "mem_guarantee": "1G",
        "volumes": {"home": {"name": "home"}, "shared": {"name": "shared"}},
        "volume_mounts": {"home": {"name": "home"}, "0-shared": {"name": "shared", "mountPath": "/s"}},
    },
}


def nested(path, value):
    for key in reversed(path.split(".")):
        value = {key: value}
    return value


@pytest.fixture
def existing(pod):
    """Loads the hub's configuration with these values in the existing Secret."""
    pod.set_yaml("config/values.yaml", KNOWN)
    pod.merge("config/config.yaml", **MADE)
    pod.set_yaml("config/extra-config.yaml", KNOWN["hub"]["extraConfig"])

    def load(values):
        pod.set_yaml("existing-secret/values.yaml", values)
        return pod.load()

    load.refusal = lambda values: (pod.set_yaml("existing-secret/values.yaml", values), pod.refusal())[1]
    load.pod = pod
    return load


def differences(existing, values):
    """What the existing Secret's values change: {Class.trait: value}."""
    before = existing({})
    after = existing(values)
    flat = lambda c: {f"{s}.{t}": v for s in c for t, v in c[s].items()}  # noqa: E731
    old, new = flat(before), flat(after)
    return {t: new.get(t, "(unset)") for t in sorted(old.keys() | new.keys()) if old.get(t) != new.get(t)}


def test_values_that_repeat_those_given_at_synth_change_nothing(existing):
    assert differences(existing, KNOWN) == {}
    assert "existing-secret" not in existing.pod.log


@pytest.mark.parametrize("path", TRAITS)
def test_a_value_becomes_its_trait(existing, path):
    assert differences(existing, nested(path, "given")) == {TRAITS[path]: "given"}
    assert f"existing-secret/values.yaml gives {path}\n" in existing.pod.log


def test_maps_merge_with_those_given_at_synth(existing):
    assert differences(existing, {"singleuser": {"extraEnv": {"B": "2"}}}) == {"KubeSpawner.environment": {"A": "1", "B": "2"}}


def test_null_takes_a_value_away(existing):
    assert differences(existing, {"singleuser": {"memory": {"limit": None}}}) == {"KubeSpawner.mem_limit": "(unset)"}


def test_null_takes_a_branch_away(existing):
    assert differences(existing, {"singleuser": {"memory": None}}) == {
        "KubeSpawner.mem_guarantee": "(unset)", "KubeSpawner.mem_limit": "(unset)",
    }


def test_a_null_command_is_the_images_own(existing):
    c = existing({"singleuser": {"cmd": None}})
    assert c.Spawner.cmd is None


def test_the_image_is_made_of_name_and_tag(existing):
    assert differences(existing, {"singleuser": {"image": {"tag": "2"}}}) == {"KubeSpawner.image": "example.org/user:2"}
    assert differences(existing, {"singleuser": {"image": {"name": "a/b", "tag": ""}}}) == {"KubeSpawner.image": "a/b"}


def test_debugging_can_be_switched_on_and_off(existing):
    assert differences(existing, {"debug": {"enabled": True}}) == {"JupyterHub.log_level": "DEBUG", "Spawner.debug": True}
    existing.pod.merge("config/values.yaml", debug={"enabled": True})
    existing.pod.merge("config/config.yaml", JupyterHub={"log_level": "DEBUG"}, Spawner={"debug": True})
    assert differences(existing, {"debug": {"enabled": False}}) == {"JupyterHub.log_level": "(unset)", "Spawner.debug": "(unset)"}


def test_lists_keep_what_was_added_to_them_at_synth(existing):
    given = {"singleuser": {
        "initContainers": [{"name": "other"}], "extraTolerations": [{"key": "other"}], "image": {"pullSecrets": ["other"]},
        "extraNodeAffinity": {"required": ["r"]},
    }}
    assert differences(existing, given) == {
        "KubeSpawner.init_containers": [{"name": "other"}, {"name": "block-cloud-metadata"}],
        "KubeSpawner.tolerations": [{"key": "user"}, {"key": "other"}],
        "KubeSpawner.image_pull_secrets": ["all", "other"],
        "KubeSpawner.node_affinity_required": ["r"],
    }


def test_claims_are_configured_only_where_the_hub_makes_them(existing):
    existing.pod.merge("config/values.yaml", singleuser={"storage": {"type": "none"}})
    assert differences(existing, {"singleuser": {"storage": {"capacity": "1Gi", "dynamic": {"storageClass": "fast"}}}}) == {}


def test_extra_volumes_are_replaced_beside_the_home(existing):
    given = {"singleuser": {"storage": {"extraVolumes": [{"name": "new"}], "extraVolumeMounts": {"m": {"name": "new"}}}}}
    assert differences(existing, given) == {
        "KubeSpawner.volumes": {"home": {"name": "home"}, "new": {"name": "new"}},
        "KubeSpawner.volume_mounts": {"home": {"name": "home"}, "m": {"name": "new"}},
    }


def test_hub_config_is_passed_through(existing):
    given = {"hub": {"config": {"GitHubOAuthenticator": {"client_secret": "s"}, "JupyterHub": {"admin_access": False}}}}
    assert differences(existing, given) == {"GitHubOAuthenticator.client_secret": "s", "JupyterHub.admin_access": False}


def test_hub_config_replaces_a_whole_trait(existing):
    assert differences(existing, {"hub": {"config": {"KubeSpawner": {"environment": {"B": "2"}}}}}) == {"KubeSpawner.environment": {"B": "2"}}


def test_hub_config_can_set_a_trait_to_null(existing):
    assert differences(existing, {"hub": {"config": {"KubeSpawner": {"mem_limit": None}}}}) == {"KubeSpawner.mem_limit": None}


def test_hub_config_given_at_synth_still_has_the_last_word(existing):
    existing.pod.set_yaml("config/values.yaml", {**KNOWN, "hub": {"config": {"KubeSpawner": {"mem_limit": "9G"}}}})
    existing.pod.merge("config/config.yaml", KubeSpawner={"mem_limit": "9G"})
    assert differences(existing, {"singleuser": {"memory": {"limit": "3G"}}}) == {}


def test_extra_config_is_added_replaced_and_removed(existing):
    given = {"hub": {"extraConfig": {"10-a": "c.Trace.a = 'given'", "20-b": None, "30-c": "c.Trace.c = c.Trace.a"}}}
    assert existing(given).Trace == {"a": "given", "c": "given"}


def test_custom_values_reach_get_config(existing):
    given = {"custom": {"answer": 43}, "global": {"x": 1}, "hub": {"extraConfig": {"c": "c.Trace.c = get_config('custom.answer')"}}}
    assert existing(given).Trace.c == 43


def test_a_database_and_its_password_are_taken_from_there(existing):
    url = "mysql+pymysql://hub@db/hub"
    assert differences(existing, {"hub": {"db": {"type": "mysql", "url": url, "password": "pa55"}}}) == {"JupyterHub.db_url": url}
    assert existing.pod.environ == {"MYSQL_PWD": "pa55"}


def test_a_database_url_counts_for_a_database_with_an_address_only(existing):
    assert differences(existing, {"hub": {"db": {"url": "mysql://x"}}}) == {}
    assert differences(existing, {"hub": {"db": {"type": "sqlite-memory"}}}) == {"JupyterHub.db_url": "sqlite://"}


def test_the_cookie_secret_is_taken_from_there(existing):
    assert existing({"hub": {"cookieSecret": "dd" * 32}}).JupyterHub.cookie_secret == "dd" * 32
    assert existing({"hub": {"config": {"JupyterHub": {"cookie_secret": "ff" * 32}}}}).JupyterHub.cookie_secret == "ff" * 32
    assert existing({}).JupyterHub.cookie_secret == COOKIE_SECRET


def test_crypt_keys_are_taken_from_there(existing):
    assert existing({"hub": {"config": {"CryptKeeper": {"keys": ["k1", "k2"]}}}}).CryptKeeper["keys"] == ["k1", "k2"]


def test_services_and_roles_are_added_changed_and_removed(existing):
    existing.pod.merge("config/values.yaml", hub={
        "services": {"reporter": {"name": "reporting", "url": "http://old"}, "gone": {"url": "x"}}, "loadRoles": {"r": {"scopes": ["a"]}},
    })
    existing.pod.merge("config/config.yaml", JupyterHub={
        "services": [{"name": "culler"}, {"name": "reporting", "url": "http://old"}, {"name": "gone", "url": "x"}],
        "load_roles": [{"name": "culler"}, {"name": "r", "scopes": ["a"]}],
    })
    existing.pod.merge("config/cluster.yaml", serviceTokens={"reporting": "reporter", "gone": "gone"})
    for key in ("reporter", "gone"):
        existing.pod.set(f"secret/hub.services.{key}.apiToken", f"{key}'s token")
    changed = differences(existing, {"hub": {
        "services": {"reporter": {"url": "http://new"}, "gone": None, "added": {"admin": False, "apiToken": "t"}},
        "loadRoles": {"r": {"scopes": ["b"]}, "s": {"services": ["added"]}},
    }})
    assert changed == {
        "JupyterHub.services": [
            {"name": "culler"},
            {"name": "added", "admin": False, "api_token": "t"},
            {"name": "reporting", "url": "http://new", "api_token": "reporter's token"},
        ],
        "JupyterHub.load_roles": [{"name": "culler"}, {"name": "r", "scopes": ["b"]}, {"name": "s", "services": ["added"]}],
    }


def test_a_token_of_a_known_service_can_be_given_there(existing):
    existing.pod.merge("config/values.yaml", hub={"services": {"reporting": {}}})
    existing.pod.merge("config/config.yaml", JupyterHub={"services": [{"name": "reporting"}]})
    existing.pod.merge("config/cluster.yaml", serviceTokens={"reporting": "reporting"})
    given = {"hub": {"services": {"reporting": {"apiToken": "given"}}}}
    assert existing(given).JupyterHub.services == [{"name": "reporting", "api_token": "given"}]
    existing.pod.set("existing-secret/hub.services.reporting.apiToken", "from its key")
    assert existing(given).JupyterHub.services == [{"name": "reporting", "api_token": "from its key"}]


def test_an_added_service_without_a_token_is_refused(existing):
    assert existing.refusal({"hub": {"services": {"added": {"admin": False}}}}) == [
        "secret/hub.services.added.apiToken: no such key: put it into the Secret, or wait for the secret-bootstrap Job"
    ]


@pytest.mark.parametrize("path", [
    "proxy.service.type",
    "scheduling.userScheduler.enabled",
    "ingress.enabled",
    "singleuser.networkPolicy.enabled",
    "singleuser.storage.type",
    "singleuser.storage.homeMountPath",
    "singleuser.extraFiles.x",
    "hub.baseUrl",
    "hub.db.pvc.storage",
    "hub.config.ConfigurableHTTPProxy.auth_token",
    "hub.config.JupyterHub.proxy_auth_token",
    "cull.every",
    "no.such.value",
])
def test_refuses_what_the_hub_alone_cannot_change(existing, path):
    assert existing.refusal(nested(path, "marker")) == [
        f"existing-secret/values.yaml: {path}: the hub alone cannot change it: set it in the values given at synth"
    ]
    assert "marker" not in existing.pod.log
    assert "Traceback" not in existing.pod.log


@pytest.mark.parametrize("path", [
    "proxy.secretToken", "hub.config.ConfigurableHTTPProxy.auth_token", "hub.config.JupyterHub.proxy_auth_token",
])
def test_the_proxys_own_token_may_be_repeated(existing, path):
    assert differences(existing, nested(path, "proxy-token")) == {}


def test_refuses_everything_at_once(existing):
    lines = existing.refusal({"proxy": {"service": {"type": "NodePort"}}, "singleuser": {"cmd": "x", "networkPolicy": {"enabled": False}}})
    assert [line.split(": ")[1] for line in lines] == ["proxy.service.type", "singleuser.networkPolicy.enabled"]


def test_refuses_a_database_that_needs_a_volume_which_is_not_mounted(existing):
    existing.pod.merge("config/cluster.yaml", database={"type": "postgres"})
    existing.pod.merge("config/values.yaml", hub={"db": {"type": "postgres"}})
    assert existing.refusal({"hub": {"db": {"type": "sqlite-pvc"}}}) == [
        "existing-secret/values.yaml: hub.db.type: sqlite-pvc needs a volume: set it in the values given at synth"
    ]


@pytest.mark.parametrize("given, line", [
    ({"hub": {"config": ["x"]}}, "hub.config: must be a map, not list"),
    ({"hub": {"config": {"KubeSpawner": "x"}}}, "hub.config.KubeSpawner: must be a map, not str"),
    ({"hub": {"config": {"loadRoles": {"x": 1}}}}, "hub.config: loadRoles: not a class such as JupyterHub or KubeSpawner; is it misplaced?"),
    ({"hub": {"services": {"x": "y"}}}, "hub.services.x: must be a map, not str"),
    ({"hub": {"extraConfig": "c.X.y = 1"}}, "hub.extraConfig: must be a map, not str"),
])
def test_refuses_the_wrong_type(existing, given, line):
    assert existing.refusal(given) == [f"existing-secret/values.yaml: {line}"]


def test_refuses_values_that_are_not_yaml_without_quoting_them(existing):
    existing.pod.set("existing-secret/values.yaml", "hub:\n  db: {password: 'marker\n")
    assert existing.pod.refusal() == ["existing-secret/values.yaml:3:1: not readable as YAML"]
    assert "marker" not in existing.pod.log


def test_an_empty_values_file_is_fine(existing):
    existing.pod.set("existing-secret/values.yaml", "")
    existing.pod.load()
