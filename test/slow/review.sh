#!/usr/bin/env bash
# What `review` says restarts, is refused and is left behind, against a real control plane with nodes that run nothing.
# On the cluster that TEST_KUBECONFIG names, or on one of its own.
set -euo pipefail
cd "$(dirname "$0")/../.."
cluster=${SHARED:-../shared}/cluster

if [[ -z ${TEST_KUBECONFIG:-} ]]; then
  "$cluster/setup.sh" kwok
  exec test/slow/with-control-plane.sh bash -c '"$1/kwok.sh" 1 && "$1/storage.sh" 40 && TEST_KUBECONFIG=$KUBECONFIG exec "${@:2}"' - "$cluster" "$0" "$@"
fi
export KUBECONFIG=$TEST_KUBECONFIG
exec node --import tsx test/slow/review.ts "$@"
