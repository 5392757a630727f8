"""What the programs that send the reference cases to an API server have in common."""

import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, sys.argv[1])
import compare  # noqa: E402

RENDER = ["bin/cdk8s-jupyterhub", "render", "-f", "{values}", "--release", "{release}", "--namespace", "{namespace}"]


def header(values):
    return {"release": "jhub", "namespace": "default", **dict(re.findall(r"^# (\w+): (.*)$", values.read_text(), re.MULTILINE))}


def cases():
    """Values files that render, each with the file of the chart's manifests, which may not be there."""
    return [
        (values, values.parent.parent / "golden" / values.name)
        for folder in sys.argv[2:]
        for values in sorted(pathlib.Path(folder).glob("values/*.yaml"))
        if "expect" not in header(values)
    ]


def render(values, output, release, namespace):
    """What went wrong, in lines."""
    words = [word.format(values=values, release=release, namespace=namespace) for word in RENDER]
    done = subprocess.run(words, capture_output=True, text=True)
    output.write_text(done.stdout)
    return done.stderr.splitlines() if done.returncode else []


def kubectl(*args, text=None):
    return subprocess.run(["kubectl", *args], input=text, capture_output=True, text=True)


def reasons(stderr):
    """Complaints without where the file lies, the patch that was tried, and the hash in a name."""
    found = set()
    for line in stderr.splitlines():
        line = re.sub(r'^for: ".*?": error when patching ".*?": ', "Error from server (Invalid): ", line.strip())
        line = re.sub(r'error when (creating|retrieving).*?".*?": ', "", line)
        if line and not re.match(r"Warning:|Name: |Resource: |to:$|\{|.*error when applying patch:$", line):
            found.add(compare.SUFFIX.sub(r"\1", line))
    return found


def identity(manifest):
    return manifest["kind"], manifest["metadata"]["name"]


def report(found, check):
    """Runs check(values, golden, scratch folder) for each case; it gives problems, and lines to know about. Exits."""
    failed = 0
    with tempfile.TemporaryDirectory() as scratch, concurrent.futures.ThreadPoolExecutor(int(os.environ.get("JOBS", "2"))) as executor:
        results = executor.map(lambda case: check(*case, pathlib.Path(scratch)), found)
        for (values, _), (problems, notes) in zip(found, results):
            failed += bool(problems)
            print(f"{'FAIL' if problems else 'ok  '} {values.stem}")
            print("".join(f"     {line[:400]}\n" for line in [*problems, *sorted(notes)]), end="", flush=True)
    print(f"{len(found) - failed} passed, {failed} failed")
    sys.exit(1 if failed or not found else 0)
