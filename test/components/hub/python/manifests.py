"""What a rendered release gives the hub's container: its mounted files, its environment and its arguments."""

import base64
import json
import subprocess
from pathlib import Path

import pytest
import yaml
from bootstrap import decoded

ROOT = Path(__file__).parents[4]
MOUNT = "/usr/local/etc/jupyterhub/"
BOOTSTRAP = "secret-bootstrap"


def render(folder, values, namespace="jhub"):
    """The objects of a release called jhub with these values of the chart."""
    (folder / "values.yaml").write_text(json.dumps(values))
    return render_files([folder / "values.yaml"], namespace)


def render_files(files, namespace="jhub"):
    """The objects of a release called jhub with the values of these files."""
    if not (ROOT / "build" / "cli.js").exists():
        pytest.skip("the command line is not built")
    given = [argument for file in files for argument in ("-f", file)]
    command = [ROOT / "bin" / "cdk8s-jupyterhub", "render", *given, "--release", "jhub", "--namespace", namespace]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [doc for doc in yaml.safe_load_all(output) if doc]


def component(doc):
    return (doc["metadata"].get("labels") or {}).get("app.kubernetes.io/component")


def find(docs, kind, name):
    return next(doc for doc in docs if doc["kind"] == kind and doc["metadata"]["name"] == name)


def secret_data(doc):
    plain = {key: base64.b64encode(text.encode()).decode() for key, text in (doc.get("stringData") or {}).items()}
    return {**(doc.get("data") or {}), **plain}


def bootstrap_arguments(docs):
    """The name of the Secret and the keys with which the bootstrap Job runs its script."""
    job = next(doc for doc in docs if doc["kind"] == "Job" and component(doc) == BOOTSTRAP)
    _, name, *rest = job["spec"]["template"]["spec"]["containers"][0]["args"]
    return name, [word for word in rest if word.startswith("hub.")]


class HubContainer:
    def __init__(self, docs, secrets):
        """secrets: {name: {key: text}}, as they stand in the cluster, where they are not as in the manifests."""
        own = {doc["metadata"]["name"]: decoded(secret_data(doc)) for doc in docs if doc["kind"] == "Secret"}
        self.docs, self.secrets = docs, {**own, **secrets}
        spec = find(docs, "Deployment", "hub")["spec"]["template"]["spec"]
        self.spec = next(container for container in spec["containers"] if container["name"] == "hub")
        self.volumes = {volume["name"]: volume for volume in spec["volumes"]}
        self.arguments = self.spec["args"]

    def _volume(self, name):
        volume = self.volumes[name]
        if "configMap" in volume:
            return find(self.docs, "ConfigMap", volume["configMap"]["name"])["data"]
        return self.secrets.get(volume.get("secret", {}).get("secretName"), {})

    def lay_out(self, folder):
        for mount in self.spec["volumeMounts"]:
            if not mount["mountPath"].startswith(MOUNT):
                continue
            target, data = folder / mount["mountPath"].removeprefix(MOUNT), self._volume(mount["name"])
            files = {target: data[mount["subPath"]]} if "subPath" in mount else {target / key: text for key, text in data.items()}
            for path, text in files.items():
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text)

    def environment(self, namespace="jhub"):
        found = {}
        for service in (doc for doc in self.docs if doc["kind"] == "Service"):
            variable = service["metadata"]["name"].upper().replace("-", "_")
            found[f"{variable}_SERVICE_PORT"] = str(service["spec"]["ports"][0]["port"])
        for entry in self.spec["env"]:
            source = entry.get("valueFrom", {})
            if "secretKeyRef" in source:
                found[entry["name"]] = self.secrets[source["secretKeyRef"]["name"]][source["secretKeyRef"]["key"]]
            elif "fieldRef" in source:
                found[entry["name"]] = namespace
            else:
                found[entry["name"]] = entry["value"]
        return found
