#!/usr/bin/env bash
# Builds the Python package, installs it into a virtualenv, and holds what a Python app synthesizes against its TypeScript twin.
set -euo pipefail
cd "$(dirname "$0")/../.."
export JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION=true
cache=${XDG_CACHE_HOME:-$HOME/.cache}/cdk8s-jupyterhub
work=build/python
rm -rf "$work"
mkdir -p "$work" "$cache"

npx jsii-pacmak --targets python --outdir "$PWD/$work" --no-parallel >"$work/pacmak.log" 2>&1 || {
  tail -n 40 "$work/pacmak.log"
  exit 1
}
wheel=$(ls "$work"/python/*.whl)
[ -x "$cache/python-venv/bin/pip" ] || python3 -m venv "$cache/python-venv"
"$cache/python-venv/bin/pip" install --quiet --force-reinstall --no-deps "$wheel"
"$cache/python-venv/bin/pip" install --quiet "$wheel"

CDK8S_OUTDIR=$work/from-python "$cache/python-venv/bin/python" test/python/app.py
CDK8S_OUTDIR=$work/from-typescript node --import tsx test/python/app.ts
diff -r "$work/from-python" "$work/from-typescript"
echo "the Python app gives the bytes of its TypeScript twin: $(ls "$work/from-python" | wc -l) files"
