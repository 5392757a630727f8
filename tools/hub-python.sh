#!/usr/bin/env bash
# Prints the path of a Python that has what the hub needs, installed into the cache once for each list of requirements.
set -euo pipefail
requirements=$(dirname "$0")/hub-requirements.txt
hash=$(sha256sum "$requirements" | cut -c 1-8)
venv=${XDG_CACHE_HOME:-$HOME/.cache}/cdk8s-jupyterhub/hub-python-$hash

if ! [[ -e $venv/complete ]] || ! "$venv/bin/python" -c ''; then
  rm -rf "$venv"
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check --requirement "$requirements" >&2
  touch "$venv/complete"
fi
echo "$venv/bin/python"
