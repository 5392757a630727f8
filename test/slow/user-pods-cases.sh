#!/usr/bin/env bash
# user-pods-cases.sh [OPTION of check.py]...: compares the objects of users, for the reference cases, with those that the chart's hub asks for.
set -euo pipefail
cd "$(dirname "$0")/../.."
shared=${SHARED:-../shared}

"$(tools/hub-python.sh)" "$shared/oracle/check.py" --pods --dirs "$shared/cases/features,$shared/cases/real" "$@" -- \
  bin/cdk8s-jupyterhub user-pods -f {values} --release {release} --namespace {namespace} --json
