#!/usr/bin/env bash
# The tests on a real Kubernetes: builds what is missing, starts the cluster, runs the tests, takes the cluster down. Needs root, Debian and Go.
# ci-cluster.sh [JEST-ARGUMENT...]
set -euo pipefail
cd "$(dirname "$0")/.."
cluster=$PWD/../shared/cluster
export CLUSTER_STATE=${CLUSTER_STATE:-$HOME/.cache/test-cluster}

"$cluster/setup.sh"
command -v chromium >/dev/null || { apt-get update -q && apt-get install -qy --no-install-recommends chromium; }
test/cluster/images/build.sh

trap '"$cluster/down.sh" --wipe' EXIT
"$cluster/down.sh" --wipe # what a killed run left
"$cluster/cluster.sh"
"$cluster/storage.sh" 60 # a claim's volume is not used again
"$cluster/in.sh" npm run --silent test:cluster -- "$@"
