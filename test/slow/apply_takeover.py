"""Are objects as Helm made them taken over in place, and does a second apply change nothing?

usage: apply_takeover.py ORACLE FOLDER...

KUBECONFIG names a cluster for tests. FOLDER holds values/NAME.yaml and golden/NAME.yaml, the chart's manifests for them. These are created, then
ours applied. A case passes when

- nothing is refused but what is refused of the chart's too;
- every object is the one that was there, and says that it is managed by us now;
- what the hub's Secret holds is what it held, but for what the values give;
- a second apply changes nothing, and kubectl sees no difference.

Prints a line a case and 'N passed, N failed'.
"""

import json
import re
import zlib

from server_cases import cases, compare, header, identity, kubectl, reasons, render, report

NOTES = ("resourceVersion", "managedFields", "generation")
OURS = "cdk8s-jupyterhub"


def objects(namespace, path):
    done = kubectl("--namespace", namespace, "get", "--filename", path, "--ignore-not-found", "--output=json")
    answer = json.loads(done.stdout) if done.stdout.strip() else {"items": []}
    return {identity(o): o for o in answer.get("items", [answer])}


def lasting(found):
    """Objects without their state and what the server counts."""
    return {
        i: {**{k: v for k, v in o.items() if k != "status"}, "metadata": {k: v for k, v in o["metadata"].items() if k not in NOTES}}
        for i, o in found.items()
    }


def case(values, golden, scratch):
    options = header(values)
    # Cases run side by side: each in a namespace of its own, with a release of its own where that is not the word for JupyterHub.
    namespace = f"{options['release']}-{zlib.crc32(values.stem.encode()):08x}"
    release = options["release"] if options["release"] == "jupyterhub" else namespace
    chart, ours = scratch / f"{namespace}-chart.yaml", scratch / f"{namespace}.yaml"
    chart.write_text(re.sub(rf"\b{re.escape(options['release'])}\b", release, golden.read_text()))
    if problems := render(values, ours, release, namespace):
        return problems, set()
    written = {identity(m): m for m in compare.load(ours)}
    kubectl("create", "namespace", namespace).check_returncode()
    refused = reasons(kubectl("--namespace", namespace, "create", "--filename", chart).stderr)
    before = objects(namespace, chart)

    problems = sorted(reasons(kubectl("apply", "--filename", ours).stderr) - refused)
    after = objects(namespace, chart)
    for (kind, name), old in before.items():
        new = after.get((kind, name))
        if new is None or new["metadata"]["uid"] != old["metadata"]["uid"]:
            problems.append(f"{kind}/{name} was made anew")
        elif any(f'{kind}.' in reason and f'"{name}" is invalid' in reason for reason in refused):
            continue  # nobody's to take over
        elif (kind, name) in written and new["metadata"]["labels"].get("app.kubernetes.io/managed-by") != OURS:
            problems.append(f"{kind}/{name} does not say that it is managed by {OURS}")
        elif kind == "Secret" and (kind, name) in written:
            given = written[kind, name].get("data") or {}
            wanted = {**old.get("data", {}), **given}
            problems += [f"Secret/{name} {key}: changed" for key in wanted if new.get("data", {}).get(key) != wanted[key]]

    first = lasting(objects(namespace, ours))
    kubectl("apply", "--filename", ours)
    second = lasting(objects(namespace, ours))
    problems += [f"{'/'.join(i)} was changed by a second apply" for i in first if first[i] != second.get(i)]
    if not refused:
        difference = kubectl("diff", "--filename", ours)
        problems += difference.stdout.splitlines() + sorted(reasons(difference.stderr))
    kubectl("delete", "--filename", ours, "--ignore-not-found", "--wait=false")
    kubectl("delete", "namespace", namespace, "--wait=false")
    return problems, {f"refused, as of the chart: {e}" for e in refused}


if __name__ == "__main__":
    report([(values, golden) for values, golden in cases() if golden.exists()], case)
