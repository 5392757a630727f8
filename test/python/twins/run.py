"""run.py FOLDER: runs the programs that main.ts has written, and holds what they give against what TypeScript gives."""

import importlib
import json
import sys

import cdk8s


def difference(one, other, path=""):
    """The first place where two values differ; None where they are the same, in the same order."""
    if type(one) is not type(other):
        return f"{path}: {one!r} is not {other!r}"
    if isinstance(one, dict):
        if list(one) != list(other):
            return f"{path}: keys {list(one)} are not {list(other)}"
        found = (difference(one[key], other[key], f"{path}.{key}") for key in one)
    elif isinstance(one, list):
        if len(one) != len(other):
            return f"{path}: {len(one)} items are not {len(other)}"
        found = (difference(a, b, f"{path}[{index}]") for index, (a, b) in enumerate(zip(one, other)))
    else:
        return None if one == other else f"{path}: {one!r} is not {other!r}"
    return next((place for place in found if place), None)


def objects_of(hub):
    """The manifests of a hub that validation refuses."""
    return [one.to_json() for one in hub.node.find_all() if cdk8s.ApiObject.is_api_object(one)]


sys.path.insert(0, sys.argv[1])
with open(f"{sys.argv[1]}/expected.json", encoding="utf8") as file:
    expected = json.load(file)

passed = failed = 0
for form in ("dictionaries", "classes"):
    programs = importlib.import_module(form)
    for index, twin in enumerate(expected):
        name = f"hub_{index}"
        try:
            hub = getattr(programs, name)(cdk8s.App())
            manifests = objects_of(hub) if twin["isRefused"] else hub.to_json()
            problem = difference(manifests, twin["manifests"])
        except Exception as error:  # a program that does not run is a twin that differs
            problem = f"{type(error).__name__}: {error}"
        if problem:
            failed += 1
            print(f"FAIL {sys.argv[1]}/{form}.py {name}: {problem}")
        else:
            passed += 1
print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
