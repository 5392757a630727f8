"""Compares the users' objects that the library computes with those that a real KubeSpawner asks for.

usage: compare.py [--cases N] [--seed SEED] [--verbose] -- COMMAND..., by the Python of tools/hub-python.sh

COMMAND reads cases as JSON and prints the objects of each. Prints 'N passed, N failed'.
"""

import argparse
import asyncio
import json
import subprocess
import sys

from random_cases import Cases
from real_spawner import objects
from slugify import slugify

# What only a running hub knows; lib/user-pods/environment.ts leaves them out.
FROM_THE_HUB = {
    "JPY_API_TOKEN", "JUPYTERHUB_ACTIVITY_URL", "JUPYTERHUB_API_TOKEN", "JUPYTERHUB_API_URL", "JUPYTERHUB_BASE_URL", "JUPYTERHUB_CLIENT_ID",
    "JUPYTERHUB_COOKIE_HOST_PREFIX_ENABLED", "JUPYTERHUB_HOST", "JUPYTERHUB_OAUTH_ACCESS_SCOPES", "JUPYTERHUB_OAUTH_CALLBACK_URL",
    "JUPYTERHUB_OAUTH_CLIENT_ALLOWED_SCOPES", "JUPYTERHUB_OAUTH_SCOPES", "JUPYTERHUB_PUBLIC_HUB_URL", "JUPYTERHUB_PUBLIC_URL",
    "JUPYTERHUB_SERVER_NAME", "JUPYTERHUB_SERVICE_PREFIX", "JUPYTERHUB_SERVICE_URL", "JUPYTERHUB_USER",
}


async def expected(case):
    try:
        made = await objects(**case)
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"}
    for container in made["pod"]["spec"]["containers"]:
        if isinstance(container.get("env"), list):
            container["env"] = [variable for variable in container["env"] if variable.get("name") not in FROM_THE_HUB]
    return made


def differences(want, got, path=""):
    if not path and "error" in want:
        if "error" not in got:
            yield f"no error, but KubeSpawner raises {want['error']}"
    elif isinstance(want, dict) and isinstance(got, dict):
        for key in sorted(want.keys() | got.keys()):
            if key not in want or key not in got:
                yield f"{path}.{key}: {json.dumps(got.get(key, '(missing)'))[:200]}, KubeSpawner: {json.dumps(want.get(key, '(missing)'))[:200]}"
            else:
                yield from differences(want[key], got[key], f"{path}.{key}")
    elif isinstance(want, list) and isinstance(got, list) and len(want) == len(got):
        for index, pair in enumerate(zip(want, got)):
            yield from differences(*pair, f"{path}[{index}]")
    elif want != got or isinstance(want, bool) != isinstance(got, bool):
        yield f"{path}: {json.dumps(got)[:300]}, KubeSpawner: {json.dumps(want)[:300]}"


async def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--cases", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("command", nargs="+")
    args = parser.parse_args()
    random = Cases(args.seed)
    cases = [random.case(slugify) for _ in range(args.cases)]
    run = subprocess.run(args.command, input=json.dumps(cases), capture_output=True, text=True)
    if run.returncode:
        sys.exit(run.stderr)
    failed = refused = 0
    for index, (case, got) in enumerate(zip(cases, json.loads(run.stdout), strict=True)):
        want = await expected(case)
        refused += "error" in want
        lines = list(differences(want, got))
        if "error" in got and "error" not in want:
            lines = [f"error {got['error']!r}, but KubeSpawner raises none"]
        if lines:
            failed += 1
            print(f"FAIL case {index}: {'; '.join(lines[:3])}")
            if args.verbose:
                print(json.dumps(case, ensure_ascii=False))
    print(f"{refused} of {args.cases} cases are refused by KubeSpawner")
    print(f"{args.cases - failed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
