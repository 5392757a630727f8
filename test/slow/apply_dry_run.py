"""Does a real API server take our manifests as it takes the chart's, and make the same objects of them?

usage: apply_dry_run.py ORACLE FOLDER...

KUBECONFIG names a cluster; nothing is left in it but namespaces.  FOLDER holds values/NAME.yaml, and golden/NAME.yaml where the chart's
manifests for them are known. Everything is sent by `kubectl apply --dry-run=server --validate=strict`. A case passes when

- every text that we wrote arrives as that text;
- nothing of ours is refused but what is refused of the chart's, for the same reason;
- the objects are equal, by the rules of ORACLE/compare.py, what the server itself fills in left out.

Prints a line a case and 'N passed, N failed'.
"""

import base64
import re
import json

import yaml
from server_cases import cases, compare, header, identity, kubectl, reasons, render, report

# What the server draws, counts or notes by itself.
SERVER_METADATA = ("uid", "resourceVersion", "creationTimestamp", "managedFields", "generation", "selfLink")
SERVER_ANNOTATIONS = ("kubectl.kubernetes.io/", "deprecated.daemonset.template.generation")
SERVER_JOB_LABELS = ("controller-uid", "batch.kubernetes.io/controller-uid", "job-name", "batch.kubernetes.io/job-name")


def apply(path, namespace):
    """The objects that the server would have made of a file's manifests, by identity, and its complaints."""
    done = kubectl("--namespace", namespace, "apply", "--dry-run=server", "--validate=strict", "--output=json", "--filename", path)
    answer = json.loads(done.stdout) if done.stdout.strip() else {"items": []}
    return {identity(o): o for o in answer.get("items", [answer])}, reasons(done.stderr)


def without_server_fields(made, written):
    """An object without what the server fills in, though nobody wrote it."""
    made = json.loads(json.dumps(made))
    made.pop("status", None)
    metadata = made["metadata"]
    for key in SERVER_METADATA:
        metadata.pop(key, None)
    metadata["annotations"] = {k: v for k, v in (metadata.get("annotations") or {}).items() if not k.startswith(SERVER_ANNOTATIONS)}
    if made["kind"] == "Service":
        given = written["spec"]
        for key in ("clusterIP", "clusterIPs", "healthCheckNodePort"):
            if key not in given:
                made["spec"].pop(key, None)
        for port, own in zip(made["spec"]["ports"], given["ports"]):
            if not own.get("nodePort"):
                port.pop("nodePort", None)
    if made["kind"] == "Job":
        made["spec"].pop("selector", None)
        labels = made["spec"]["template"]["metadata"]["labels"]
        made["spec"]["template"]["metadata"]["labels"] = {k: v for k, v in labels.items() if k not in SERVER_JOB_LABELS}
    return made


def lost_texts(written, made, path=""):
    """Where a string did not arrive as it was written."""
    if isinstance(written, dict):
        if path.endswith((".limits", ".requests")):
            return  # quantities: the server writes them in its own way
        for key, value in written.items():
            yield from lost_texts(value, made.get(key) if isinstance(made, dict) else None, f"{path}.{key}")
    elif isinstance(written, list):
        for i, value in enumerate(written):
            yield from lost_texts(value, made[i] if isinstance(made, list) and i < len(made) else None, f"{path}[{i}]")
    elif isinstance(written, str) and written and made != written:
        yield f"{path[1:]}: {written!r} arrived as {made!r}"


def load(path):
    return {identity(m): m for m in compare.load(path)}


def case(values, golden, scratch):
    """What is wrong with a case, and the complaints that it has in common with the chart."""
    options = header(values)
    ours = scratch / f"{values.parts[-3]}-{values.name}"
    if problems := render(values, ours, options["release"], options["namespace"]):
        return problems, set()
    try:
        written = load(ours)
    except yaml.YAMLError as error:
        return str(error).splitlines(), set()
    made, errors = apply(ours, options["namespace"])
    problems = [f"{kind}/{name} {text}" for (kind, name), o in made.items() for text in lost_texts(as_stored(written[kind, name]), o)]
    if not golden.exists():
        problems += sorted(errors) + [f"{'/'.join(i)}: refused" for i in written.keys() - made.keys()]
        return problems, set()
    reference_written = load(golden)
    reference, reference_errors = apply(golden, options["namespace"])
    # One more mount moves the others' indices.
    known = {without_indices(e) for e in reference_errors}
    shared = {e for e in errors if without_indices(e) in known}
    problems += [f"refused, though not of the chart: {e}" for e in sorted(errors - shared)]
    a, b = (
        compare.normalize([without_server_fields(o, w[i]) for i, o in m.items()])
        for m, w in ((reference, reference_written), (made, written))
    )
    # Literals and files of the hub have Secrets of their own; the chart keeps them in its one.
    labels = {f"{kind}/{name}": o["metadata"].get("labels", {}) for (kind, name), o in made.items()}
    own = {key for key, of in labels.items() if key.startswith("Secret/") and of.get("component") == "hub"}
    for key in sorted(a.keys() | b.keys()):
        if key in own - a.keys():
            continue
        if key not in b or key not in a:
            problems.append(f"{key}: {'missing' if key in a else 'extra'}")
        else:
            problems += [f"{key} {line}" for line in compare.diff(a[key], b[key])]
    return problems, {f"refused, as of the chart: {e}" for e in shared}


def without_indices(error):
    return re.sub(r"\[\d+\]", "[]", error)


def as_stored(manifest):
    """A manifest with the texts of a Secret where the server keeps them."""
    texts = manifest.get("stringData") or {}
    encoded = {key: base64.b64encode(text.encode()).decode() for key, text in texts.items()}
    return {**{k: v for k, v in manifest.items() if k != "stringData"}, **({"data": {**(manifest.get("data") or {}), **encoded}} if texts else {})}


def main():
    found = cases()
    names = {header(values)["namespace"] for values, _ in found} - {"default"}
    manifests = [{"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": name}} for name in sorted(names)]
    kubectl("apply", "--filename=-", text=yaml.safe_dump_all(manifests)).check_returncode()
    report(found, case)


if __name__ == "__main__":
    main()
