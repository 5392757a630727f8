"""Compares what lib/jupyterhub/accept.ts makes of values at random with what the traits themselves do.

usage: compare.py [--values N] [--seed SEED] -- COMMAND..., by the Python of tools/hub-python.sh

COMMAND reads values as JSON and prints what becomes of each. Prints 'N passed, N failed'.
"""

import argparse
import copy
import json
import pathlib
import random
import subprocess
import sys

import traitlets

sys.path.insert(0, str(pathlib.Path(__file__).parents[3] / "tools"))
from traits import classes_by_package, kind  # noqa: E402

SCALARS = [None, True, False, 0, 1, 2, -1, 2.5, 4e9, 1e-9, 0.3, "", "a", "1", "true", "safe", "SAFE", "escape", "debug", "Debug", "INFO", 30, "1G", "1.5M",
           "1Gi", "4 G", "1_0K", "G", "1e3K", "before_bind", "TlsStrategy.insecure", "/x", "x/", "before", "on_connect"]

# Python makes strings of anything for the one, and members of an enum for the other.
NAMED = {"gitlab_api_version", "tls_strategy"}


def value(rng, depth=2):
    if depth and rng.random() < 0.4:
        items = [value(rng, depth - 1) for _ in range(rng.randint(0, 2))]
        return items if rng.random() < 0.5 else {key: item for key, item in zip("ab", items)}
    return rng.choice(SCALARS)


def expected(name, trait, given):
    """What a trait holds then, as data, in a list; None where it refuses the value."""
    holder = type("Holder", (traitlets.HasTraits,), {name: copy.deepcopy(trait)})()
    try:
        setattr(holder, name, copy.deepcopy(given))
        held = getattr(holder, name)
    except Exception:
        return None
    return [data(held)]


def data(held):
    """Sets as lists in order, enums by their names, integers alike."""
    if isinstance(held, dict):
        return {key: data(item) for key, item in held.items()}
    if isinstance(held, (list, tuple)):
        return [data(item) for item in held]
    if isinstance(held, (set, frozenset)):
        return {"set": sorted((data(item) for item in held), key=json.dumps)}
    if isinstance(held, float) and held.is_integer():
        return int(held)
    return getattr(held, "name", held)


def with_sets(want, got):
    """Lists in order where a set is wanted: JSON knows no sets."""
    if isinstance(want, dict) and want.keys() == {"set"} and isinstance(got, list):
        return {"set": sorted(got, key=json.dumps)}
    if isinstance(want, dict) and isinstance(got, dict):
        return {key: with_sets(want.get(key), item) for key, item in got.items()}
    if isinstance(want, list) and isinstance(got, list) and len(want) == len(got):
        return [with_sets(*pair) for pair in zip(want, got)]
    return got


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--values", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("command", nargs="+")
    args = parser.parse_args()
    rng = random.Random(args.seed)
    cases, wanted = [], []
    for classes in classes_by_package().values():
        for cls in sorted(classes, key=lambda cls: cls.__name__):
            for name, trait in sorted(cls.class_traits(config=True).items()):
                # A class is imported, and one that is not there is a matter of the table of classes.
                if kind(trait)["is"] in ("type", "instance") or type(trait).__module__.startswith("jupyter_events"):
                    continue
                for given in (value(rng) for _ in range(args.values)):
                    cases.append({"class": cls.__name__, "trait": name, "value": given})
                    wanted.append(expected(name, trait, given))
    run = subprocess.run(args.command, input=json.dumps(cases), capture_output=True, text=True)
    if run.returncode:
        sys.exit(run.stderr)
    failed = 0
    for case, want, got in zip(cases, wanted, json.loads(run.stdout), strict=True):
        got = with_sets(want, got)
        if case["trait"] in NAMED and want and got:
            continue
        # True is 1 for Python.
        if json.dumps(want) != json.dumps(got):
            failed += 1
            print(f"FAIL {json.dumps(case)}: {json.dumps(got)}, the trait: {json.dumps(want)}")
    print(f"{len(cases) - failed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
