#!/usr/bin/env bash
# python-package.sh FOLDER: builds the Python package into FOLDER/python: what jsii generates of the library, with names in Python's spelling, and
# the modules of python/.
set -euo pipefail
out=$(realpath --canonicalize-missing "${1:?a folder}")/python
cd "$(dirname "$0")/.."
export JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION=true
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

npx jsii-pacmak --targets python --outdir "$work" --no-parallel --code-only >"$work/log" 2>&1 || {
  tail --lines=40 "$work/log" >&2
  exit 1
}
module=$work/python/src/cdk8s_jupyterhub
cp python/*.py "$module"
python3 tools/python_names.py "$module/__init__.py"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check build
"$work/venv/bin/python" -m build --outdir "$out" "$work/python" >"$work/log" 2>&1 || {
  tail --lines=40 "$work/log" >&2
  exit 1
}
