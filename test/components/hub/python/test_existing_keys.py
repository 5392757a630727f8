"""Every key of the chart in the existing Secret's values.yaml: it takes effect, or the hub says that it does not."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from bootstrap import decoded
from manifests import ROOT, HubContainer, find, render, secret_data
from pod import SECRET

KEYS_FILE = Path(os.environ.get("SHARED", ROOT.parent / "shared")) / "reference" / "chart-4.4.0-keys.tsv"
if not shutil.which("node") or not (ROOT / "node_modules").exists():
    pytest.skip("the library's packages are not installed", allow_module_level=True)
PRINT = ["node", "--import", "tsx", "test/components/hub/python/chart_keys.ts"]
KEYS = json.loads(subprocess.run(PRINT, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout)


@pytest.fixture(scope="module")
def docs(tmp_path_factory):
    return render(tmp_path_factory.mktemp("values"), {"hub": {"existingSecret": "theirs"}})


@pytest.fixture
def load(pod, docs):
    """Loads the configuration with these values in the existing Secret: what it is, or the lines with which the hub refuses them."""
    container = HubContainer(docs, {"hub": {**SECRET, **decoded(secret_data(find(docs, "Secret", "hub")))}})
    container.lay_out(pod.base)
    for name, value in container.environment().items():
        pod.monkeypatch.setenv(name, value)

    def load(values, asked=None):
        pod.set_yaml("existing-secret/values.yaml", values)
        pod.set("jupyterhub_config.d/ask.py", f"c.Asked.answer = get_config({asked!r})\n" if asked else "")
        try:
            config = pod.load()
        except SystemExit:
            start = "hub configuration: FATAL: "
            return None, [line.removeprefix(start) for line in pod.log.splitlines() if line.startswith(start)]
        return {**{name: dict(traits) for name, traits in config.items()}, "environment": dict(pod.environ)}, []

    load.pod, load.known = pod, yaml.safe_load(find(docs, "ConfigMap", "hub")["data"]["values.yaml"])
    return load


def nested(path, value):
    for key in reversed(path):
        value = {key: value}
    return value


def at(values, path):
    for key in path:
        values = values.get(key) if isinstance(values, dict) else None
    return values


@pytest.mark.parametrize("key", KEYS, ids=lambda key: ".".join(key["path"]))
def test_a_key_takes_effect_or_is_refused_by_its_path(load, key):
    path, dotted = key["path"], ".".join(key["path"])
    # Nobody but code of one's own asks for these.
    asked = dotted if path[0] in ("custom", "global") else None
    before, _ = load({}, asked)
    for value in key["samples"]:
        if value == at(load.known, path) or (value in ({}, [], None) and not at(load.known, path)):
            continue
        after, refusal = load(nested(path, value), asked)
        assert "pl4nted" not in load.pod.log
        if refusal:
            assert all(dotted in line or line_is_about(line, path) for line in refusal), refusal
        else:
            is_said = f"warning: {'existing-secret/values.yaml: ' * ('url' in dotted)}{dotted} is not used" in load.pod.log
            assert after != before or is_said, f"{dotted}: {value!r} is taken and changes nothing"


def line_is_about(line, path):
    """Whether a line names a map that the key is in, as it is refused as a whole."""
    return any(f": {'.'.join(path[:length])}: " in line for length in range(1, len(path)))


@pytest.mark.skipif(not KEYS_FILE.exists(), reason="the list of the chart's keys is not there")
def test_every_key_of_the_chart_is_among_them():
    paths = {".".join(key["path"][:length]) for key in KEYS for length in range(1, len(key["path"]) + 1)}
    maps = {".".join(key["path"]) for key in KEYS if any(isinstance(value, dict) for value in key["samples"])}
    listed = [line.split("\t")[0] for line in KEYS_FILE.read_text().splitlines()[1:]]
    assert len(listed) > 400
    # The chart refuses these two, and so does `render`.
    unknown = [key for key in listed if key not in paths and not any(key.startswith(f"{one}.") for one in maps)]
    assert unknown == ["hub.fsGid", "rbac.enabled"]
