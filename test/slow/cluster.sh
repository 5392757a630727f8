#!/usr/bin/env bash
# The tests on a real Kubernetes: builds what is missing, starts the cluster, runs the tests, takes the cluster down. Needs root, Debian and Go.
# ci-cluster.sh [JEST-ARGUMENT...]
# With CHART, a folder with the unpacked chart, it is installed by a real helm too, and taken over.
set -euo pipefail
cd "$(dirname "$0")/../.."
cluster=$PWD/../shared/cluster
export CLUSTER_STATE=${CLUSTER_STATE:-$HOME/.cache/test-cluster}

"$cluster/setup.sh"
command -v chromium >/dev/null || { apt-get update -q && apt-get install -qy --no-install-recommends chromium; }
test/cluster/images/build.sh
if [[ -n ${CHART:-} && -z ${HELM:-} ]]; then
  export HELM=$CLUSTER_STATE/bin/helm
  [[ -x $HELM ]] || GOBIN=$CLUSTER_STATE/bin go install helm.sh/helm/v3/cmd/helm@v3.22.0
fi

trap '"$cluster/down.sh" --wipe' EXIT
"$cluster/down.sh" --wipe # what a killed run left
"$cluster/cluster.sh"
"$cluster/storage.sh" 60 # a claim's volume is not used again
tests=("$cluster/in.sh" npm run --silent test:cluster --)
"${tests[@]}" "$@" || {
  echo 'once more what failed, in namespaces of its own: what is broken fails again, what met a slow moment does not'
  "${tests[@]}" --onlyFailures "$@"
}
