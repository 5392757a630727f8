#!/usr/bin/env bash
# Builds the Python package, installs it into an empty environment, and synthesizes the app with it.
set -euo pipefail
cd "$(dirname "$0")/.."
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

npm run --silent build
rm -rf build/pkg
npx jsii-pacmak --target python --outdir build/pkg
python3 -m venv "$tmp/python"
"$tmp/python/bin/pip" install --quiet --disable-pip-version-check build/pkg/python/*.whl

cat >"$tmp/main.py" <<'PY'
import sys
from cdk8s import App
from cdk8s_jupyterhub import JupyterHub

app = App(outdir=sys.argv[1])
JupyterHub.from_helm_values(app, "jhub", release="jhub", namespace="jhub", files=["config.yaml"])
app.synth()
PY
"$tmp/python/bin/python" "$tmp/main.py" "$tmp/dist"
diff --recursive --exclude='*-secrets.k8s.yaml' dist "$tmp/dist"
