#!/usr/bin/env bash
# Builds the Python package, installs it into a virtualenv, and holds what Python programs give against their twins in TypeScript.
set -euo pipefail
cd "$(dirname "$0")/../.."
export JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION=true
cache=${XDG_CACHE_HOME:-$HOME/.cache}/cdk8s-jupyterhub
python=$cache/python-venv/bin/python
work=build/python
rm -rf "$work"
mkdir -p "$work" "$cache"

bash tools/python-package.sh "$work"
wheel=$(ls "$work"/python/*.whl)
[ -x "$python" ] || python3 -m venv "$cache/python-venv"
"$python" -m pip install --quiet --disable-pip-version-check --force-reinstall --no-deps "$wheel"
"$python" -m pip install --quiet --disable-pip-version-check "$wheel" mypy pytest pyyaml

# An app, and what mypy thinks of it.
CDK8S_OUTDIR=$work/from-python "$python" test/python/app.py
CDK8S_OUTDIR=$work/from-typescript node --import tsx test/python/app.ts
diff -r "$work/from-python" "$work/from-typescript"
echo "the Python app gives the bytes of its TypeScript twin: $(ls "$work/from-python" | wc -l) files"
"$python" -m mypy --strict test/python/app.py

"$python" -m pytest --quiet --no-header -p no:cacheprovider test/python

PIP_FIND_LINKS=$PWD/$work/python node --import tsx test/slow/docs.ts docs/python.md

# A hub for every option of every struct.
node --import tsx test/python/twins/main.ts "$work/twins"
(cd "$work/twins" && "$python" -m mypy dictionaries.py classes.py)
"$python" test/python/twins/run.py "$work/twins"
