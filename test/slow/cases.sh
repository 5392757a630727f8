#!/usr/bin/env bash
# test-cases.sh [OPTION of check.py]...: compares what is rendered for the reference cases with what the chart gave.
set -euo pipefail
cd "$(dirname "$0")/../.."
shared=${SHARED:-../shared}

HUB_PYTHON=$(tools/hub-python.sh)
export HUB_PYTHON
"$HUB_PYTHON" "$shared/oracle/check.py" --dirs "$shared/cases/features,$shared/cases/real" "$@" -- \
  bin/cdk8s-jupyterhub render -f {values} --release {release} --namespace {namespace}
