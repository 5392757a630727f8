"""Profiles and choices of a program add to what all servers have: the pod that the real KubeSpawner asks for."""

import json
import shutil
import subprocess

import pytest
from manifests import ROOT
from users_pod import UsersPods, configuration

POOL = ["hub.jupyter.org/dedicated", "hub.jupyter.org_dedicated"]
HOME = "/home/jovyan"


@pytest.fixture(scope="module")
def programs():
    if not shutil.which("node") or not (ROOT / "node_modules").exists():
        pytest.skip("the library's packages are not installed")
    arguments = ["node", "--import", "tsx", "test/components/hub/python/profiles.ts"]
    return json.loads(subprocess.run(arguments, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout)


@pytest.fixture
def start(programs, tmp_path, monkeypatch):
    pods = {}

    def start(program, profile, **choices):
        if program not in pods:
            pods[program] = UsersPods(configuration(programs[program], tmp_path / program, monkeypatch), monkeypatch)
        return pods[program].start(profile=profile, **choices)

    return start


def notebook(pod):
    return pod["spec"]["containers"][0]


def mounts(pod):
    """Paths with what is mounted there; Kubernetes refuses a path twice, or a mount without its volume."""
    volumes = {volume["name"]: volume for volume in pod["spec"]["volumes"]}
    assert len(volumes) == len(pod["spec"]["volumes"])
    found = notebook(pod)["volumeMounts"]
    paths = {mount["mountPath"]: volumes[mount["name"]] for mount in found}
    assert len(paths) == len(found)
    return paths


def environment(pod):
    return {variable["name"]: variable for variable in notebook(pod)["env"]}


WAYS = {
    "nothing": ("plain", {}, ["all"]),
    "a profile": ("full", {}, ["all", "profile"]),
    "a choice": ("full", {"one": "big"}, ["all", "profile", "one"]),
    "a choice of another option": ("full", {"two": "big"}, ["all", "profile", "two"]),
    "a choice of each option": ("full", {"one": "big", "two": "big"}, ["all", "profile", "one", "two"]),
    "a choice of the only option": ("one-option", {"one": "big"}, ["all", "one"]),
}


@pytest.mark.parametrize("way", WAYS)
def test_what_is_added_comes_to_what_all_servers_have(start, way):
    profile, choices, names = WAYS[way]
    pod, _ = start("adds", profile, **choices)
    spec, metadata = pod["spec"], pod["metadata"]
    assert [c["name"] for c in spec["initContainers"]] == ["all", "block-cloud-metadata", *names[1:]]
    assert [c["name"] for c in spec["containers"]] == ["notebook", *(f"{name}-sidecar" for name in names)]
    assert [t["key"] for t in spec["tolerations"]] == [*POOL, *names]
    # KubeSpawner cannot add to these, so that a profile has those of all its options.
    assert {s["name"] for s in spec["imagePullSecrets"]} >= {f"{name}-registry" for name in names}
    assert sorted(spec["nodeSelector"]) == sorted(names)
    affinity = spec["affinity"]["nodeAffinity"]
    preferred = affinity["preferredDuringSchedulingIgnoredDuringExecution"]
    keys = [[e["key"] for e in p["preference"]["matchExpressions"]] for p in preferred]
    assert keys == [["all"], ["hub.jupyter.org/node-purpose"], *([name] for name in names[1:])]
    # One term of these has to hold, so that the rules of all have to be in each.
    (required,) = affinity["requiredDuringSchedulingIgnoredDuringExecution"]["nodeSelectorTerms"]
    assert [e["key"] for e in required["matchExpressions"]] == [name for name in names if name != "two"]
    for found in (metadata["labels"], metadata["annotations"]):
        assert {name for name in ("all", "profile", "one", "two") if found.get(name) == "yes"} == set(names)
    assert metadata["labels"]["hub.jupyter.org/network-access-hub"] == "true"
    limits, requests = notebook(pod)["resources"]["limits"], notebook(pod)["resources"]["requests"]
    assert {key for key in limits if "/" in key} == {key for key in requests if "/" in key} == {f"example.org/{n}" for n in names}
    assert {name for name in ("ALL", "PROFILE", "ONE", "TWO") if name in environment(pod)} == {name.upper() for name in names}
    found = mounts(pod)
    assert found[HOME]["persistentVolumeClaim"] == {"claimName": "claim-ada"}
    assert set(found) == {HOME, *(f"/{name}" for name in names), *(f"/etc/{name}.txt" for name in names)}


def test_files_of_profiles_are_in_the_secret_that_is_mounted(start, programs):
    secret = next(doc for doc in programs["adds"] if doc["kind"] == "Secret" and doc["metadata"]["name"] == "singleuser")
    pod, _ = start("adds", "full", one="big", two="big")
    paths = mounts(pod)
    for name in ("all", "profile", "one", "two"):
        volume = paths[f"/etc/{name}.txt"]["secret"]
        mount = next(m for m in notebook(pod)["volumeMounts"] if m["mountPath"] == f"/etc/{name}.txt")
        assert volume["secretName"] == "singleuser"
        assert [item["path"] for item in volume["items"]] == [mount["subPath"]]
        assert volume["items"][0]["key"] in secret["data"]


def test_one_server_leaves_the_next_as_it_was(start):
    before, _ = start("adds", "plain")
    start("adds", "full", one="big", two="big")
    after, _ = start("adds", "plain")
    assert after == before


def secret_of(variable):
    return variable["valueFrom"]["secretKeyRef"]


def test_variables_from_secrets_go_to_the_pod_and_replace_what_is_there(start):
    plain, _ = start("variables", "plain")
    found = environment(plain)
    assert (found["TEXT"]["value"], found["BECOMES_SOURCE"]["value"], found["OTHER_SOURCE"]["value"]) == ("all", "all", "all")
    assert secret_of(found["BECOMES_TEXT"])["name"] == "all"

    pod, _ = start("variables", "secrets")
    found = environment(pod)
    assert found["TEXT"] == {"name": "TEXT", "value": "profile"}
    assert found["BECOMES_SOURCE"] == {"name": "BECOMES_SOURCE", "valueFrom": {"secretKeyRef": {"name": "profile", "key": "key"}}}
    assert found["BECOMES_TEXT"] == {"name": "BECOMES_TEXT", "value": "profile"}
    assert found["OTHER_SOURCE"] == {"name": "OTHER_SOURCE", "valueFrom": {"configMapKeyRef": {"name": "profile", "key": "key"}}}
    assert secret_of(found["KUBERNETES"]) == {"name": "kplus", "key": "key"}


@pytest.mark.parametrize(
    "choices, expected",
    [
        ({"one": "some"}, {"valueFrom": {"secretKeyRef": {"name": "choice", "key": "key"}}}),
        ({"two": "some"}, {"value": "choice"}),
        ({"one": "some", "two": "some"}, {"value": "choice"}),
    ],
)
def test_a_choices_variable_replaces_the_profiles(start, choices, expected):
    pod, _ = start("variables", "secrets", **choices)
    assert environment(pod)["OTHER_SOURCE"] == {"name": "OTHER_SOURCE", **expected}


def test_nothing_of_a_secret_of_the_cluster_passes_through_the_hub(programs):
    hub = next(doc for doc in programs["variables"] if doc["kind"] == "Deployment" and doc["metadata"]["name"] == "hub")
    assert not [v["name"] for v in hub["spec"]["template"]["spec"]["containers"][0]["env"] if v["name"].startswith("HUB_SECRET_")]


def test_a_profile_has_the_home_of_all_servers_or_one_of_its_own(start):
    claim = {"persistentVolumeClaim": {"claimName": "claim-ada"}}
    homes = {}
    for profile in ("plain", "scratch", "shared", "elsewhere", "large", "annotated"):
        pod, made = start("homes", profile)
        homes[profile] = ({path: {k: v for k, v in volume.items() if k != "name"} for path, volume in mounts(pod).items()}, made)
    assert {profile: paths for profile, (paths, _) in homes.items()} == {
        "plain": {HOME: claim},
        "scratch": {},
        "shared": {HOME: {"persistentVolumeClaim": {"claimName": "shared"}}},
        "elsewhere": {"/home/ada": claim},
        "large": {HOME: claim},
        "annotated": {HOME: claim},
    }
    assert [profile for profile, (_, made) in homes.items() if made is None] == ["scratch", "shared"]
    large, annotated = homes["large"][1], homes["annotated"][1]
    assert (large["spec"]["resources"]["requests"]["storage"], large["spec"]["storageClassName"]) == ("50Gi", "fast")
    assert (annotated["metadata"]["labels"]["a"], annotated["metadata"]["annotations"]["c"]) == ("b", "d")


def test_a_hook_replaces_the_one_of_its_name_and_fields_of_a_context_are_added(start):
    pod, _ = start("hooks", "other")
    lifecycle = notebook(pod)["lifecycle"]
    assert lifecycle["preStop"] == {"exec": {"command": ["stop"]}}
    assert "exec" not in lifecycle["postStart"]
    context = notebook(pod)["securityContext"]
    assert (context["runAsNonRoot"], context["readOnlyRootFilesystem"]) == (True, True)


def test_what_is_given_by_its_trait_replaces(start):
    pod, _ = start("replaces", "bare")
    assert [t["key"] for t in pod["spec"]["tolerations"]] == ["bare"]
    assert "ALL" not in environment(pod)
