"""What the package does in Python beyond what jsii generates: dictionaries everywhere, errors of one line, secrets that do not print."""

import subprocess
import sys

import cdk8s
import pytest
import yaml
from cdk8s_plus_28 import k8s
from cdk8s_jupyterhub import (
    Allow,
    Authenticator,
    DatabaseType,
    HubProps,
    JupyterHub,
    OptionsError,
    Profile,
    ProfileChoiceProps,
    SecretValue,
    SpawnerProps,
)


def make(**options):
    authenticator = Authenticator.tmp(allow=Allow.all())
    return JupyterHub(cdk8s.App(), "jhub", namespace="jhub", authenticator=authenticator, **options)


def configuration(hub):
    configs = [one["data"] for one in hub.to_json() if one["kind"] == "ConfigMap" and one["metadata"]["name"] == "hub"]
    return yaml.safe_load(configs[0]["config.yaml"])


def error_of(function):
    with pytest.raises(OptionsError) as caught:
        function()
    return str(caught.value)


TOLERATION = {"key": "a", "operator": "Exists", "effect": "NoExecute", "toleration_seconds": 5}


@pytest.mark.parametrize("toleration", [TOLERATION, k8s.Toleration(**TOLERATION)])
@pytest.mark.parametrize("choice", [dict, ProfileChoiceProps])
def test_structs_in_maps_and_lists_keep_keys_of_several_words(choice, toleration):
    chosen = choice(display_name="R", node_selector={"disk_kind": "ssd"}, extra_tolerations=[toleration])
    options = {"image": {"display_name": "Image", "choices": {"r": chosen}}}
    hub = make(spawner={"profiles": [Profile.of("Large", options=options)]})
    option = configuration(hub)["KubeSpawner"]["profile_list"][0]["profile_options"]["image"]
    assert option["display_name"] == "Image"
    assert option["choices"]["r"]["display_name"] == "R"
    override = option["choices"]["r"]["kubespawner_override"]
    assert override["node_selector"] == {"disk_kind": "ssd"}
    assert override["tolerations"][-1]["tolerationSeconds"] == 5


def test_a_class_of_another_package_may_have_dictionaries_in_its_lists():
    env = [{"name": "NODE", "value_from": {"field_ref": {"field_path": "spec.nodeName"}}}]
    hub = make(spawner={"extra_containers": [k8s.Container(name="side", image="busybox:1", env=env)]})
    container = configuration(hub)["KubeSpawner"]["extra_containers"][0]
    assert container["env"] == [{"name": "NODE", "valueFrom": {"fieldRef": {"fieldPath": "spec.nodeName"}}}]


def test_a_tuple_is_a_list():
    hub = make(spawner={"extra_tolerations": (TOLERATION,)})
    assert configuration(hub)["KubeSpawner"]["tolerations"][-1]["tolerationSeconds"] == 5


def test_what_is_passed_on_keeps_its_keys():
    hub = make(hub={"config": {"Own": {"some_key": {"another_key": 1}}}})
    assert configuration(hub)["Own"] == {"some_key": {"another_key": 1}}


def test_methods_take_dictionaries_too():
    hub = make()
    hub.spawner.add_volume({"name": "shared", "persistent_volume_claim": {"claim_name": "shared"}}, mount_path="/shared")
    volumes = configuration(hub)["KubeSpawner"]["volumes"]
    assert {"name": "shared", "persistentVolumeClaim": {"claimName": "shared"}} in volumes.values()


def test_unknown_and_missing_keys_are_told_together_with_their_paths():
    options = {
        "spawner": {"memry": {"limit": "2G"}, "extra_tolerations": [{"tolerationSeconds": 5}]},
        "hub": {"load_roles": {"teachers": {"scops": []}}, "extra_files": {"a": {"string_data": "x"}}},
    }
    assert error_of(lambda: make(**options)).split("\n") == [
        "JupyterHub: spawner.memry: unknown option; did you mean memory?",
        "JupyterHub: spawner.extra_tolerations[0].tolerationSeconds: unknown option; did you mean toleration_seconds?",
        "JupyterHub: hub.load_roles.teachers.scops: unknown option; did you mean scopes?",
        "JupyterHub: hub.load_roles.teachers.scopes: is missing",
        "JupyterHub: hub.extra_files.a.mount_path: is missing",
    ]


@pytest.mark.parametrize(
    ("program", "message"),
    [
        (lambda: make(spawnr={}), "JupyterHub: spawnr: unknown option; did you mean spawner?"),
        (lambda: Profile.of("Large", cpus={}), "Profile.of: cpus: unknown option; did you mean cpu?"),
        (lambda: make().hub.add_role("teachers", scope=[]), "Hub.add_role: scope: unknown option; did you mean scopes?"),
        (lambda: HubProps(cookieSecret=None), "HubProps: cookieSecret: unknown option; did you mean cookie_secret?"),
        (lambda: SpawnerProps(cpu={"limt": 1}), "SpawnerProps: cpu.limt: unknown option; did you mean limit?"),
        (lambda: make(hub={"xyz": 1}), "JupyterHub: hub.xyz: unknown option"),
        (
            lambda: make(hub={"db": {"type": 3}}),
            "JupyterHub: hub.db.type: must be one of (cdk8s_jupyterhub.DatabaseType, NoneType), but is int",
        ),
        (
            lambda: SecretValue.literal(""),
            "SecretValue.literal: must be a string that is not empty, but is an empty one",
        ),
    ],
)
def test_refuses(program, message):
    assert error_of(program) == message


def test_errors_have_no_stack_of_the_library():
    with pytest.raises(OptionsError) as caught:
        SecretValue.from_file("nowhere.yaml", "password")
    assert str(caught.value) == "nowhere.yaml: cannot be read for the secret password (ENOENT)"
    assert caught.value.__cause__ is None and caught.value.__suppress_context__


def test_a_secret_does_not_print_and_is_refused_within_a_string():
    secret = SecretValue.literal("s3cret")
    assert (str(secret), repr(secret), f"{secret}") == ("(a secret)",) * 3
    hub = make(hub={"db": {"type": DatabaseType.POSTGRES, "url": f"postgresql://hub:{secret}@db/hub"}})
    with pytest.raises(RuntimeError, match=r"hub\.db\.url: holds a SecretValue that was put into a string"):
        hub.to_json()


def test_a_hub_of_values(tmp_path):
    (tmp_path / "config.yaml").write_text("singleuser: {memory: {limit: 2G}}\n")
    files = [str(tmp_path / "config.yaml")]
    hub = JupyterHub.from_helm_values(cdk8s.App(), "jhub", namespace="jhub", files=files, values={"debug": {"enabled": True}})
    assert configuration(hub)["KubeSpawner"]["mem_limit"] == "2G"


PROGRAM = """\
from cdk8s import App
from cdk8s_jupyterhub import Allow, Authenticator, JupyterHub
import beside

app = App()
JupyterHub(
    app, "jhub", namespace="jhub", authenticator=Authenticator.tmp(allow=Allow.all()), {options})
app.synth()
"""


@pytest.fixture
def run(tmp_path):
    def run_program(options):
        (tmp_path / "app.py").write_text(PROGRAM.replace("{options}", options))
        (tmp_path / "beside.py").write_text("")
        command = [sys.executable, "-m", "cdk8s_jupyterhub", "app.py"]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    return run_program


def test_the_runner_writes_what_the_app_writes(run, tmp_path):
    assert run("debug=True").returncode == 0
    assert (tmp_path / "dist" / "jhub.k8s.yaml").exists()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            'hub={"extra_env": {}, "db": {"typ": 1}}',
            "app.py:6: JupyterHub: hub.db.typ: unknown option; did you mean type?",
        ),
        (
            'spawner={"memory": {"limit": "512M"}}',
            '[jhub] app.py:6: spawner.memory.limit: "512M" is below the guarantee of "1G": no server starts: Kubernetes '
            "refuses the pod; raise the limit, or lower the guarantee [user-pod/guarantee-over-limit]",
        ),
    ],
)
def test_the_runner_prints_what_is_wrong_alone(run, options, message):
    ended = run(options)
    assert ended.returncode == 1
    assert ended.stderr.strip().split("\n")[-1] == message
    assert "Traceback" not in ended.stderr and " at " not in ended.stderr


def test_the_runner_shows_other_errors_as_python_does(run):
    ended = run("debug=1/0")
    assert ended.returncode == 1
    assert "Traceback" in ended.stderr and "ZeroDivisionError" in ended.stderr
