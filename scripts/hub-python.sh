#!/usr/bin/env bash
# Prints the path of a Python that has what the hub needs, installed into the cache.
set -euo pipefail
requirements=$(dirname "$0")/hub-requirements.txt
venv=${XDG_CACHE_HOME:-$HOME/.cache}/cdk8s-jupyterhub/hub-python

if ! cmp --silent "$requirements" "$venv/installed.txt" || ! "$venv/bin/python" -c ''; then
  rm -rf "$venv"
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check --requirement "$requirements" >&2
  cp "$requirements" "$venv/installed.txt"
fi
echo "$venv/bin/python"
