#!/usr/bin/env bash
# What `review` says restarts, is refused and is left behind, against a real control plane with nodes that run nothing.
# On the cluster that TEST_KUBECONFIG names, or on one of its own.
set -euo pipefail
cd "$(dirname "$0")/../.."
cluster=${SHARED:-../shared}/cluster

if [[ -z ${TEST_KUBECONFIG:-} ]]; then
  "$cluster/setup.sh" kwok
  # Without a lease a node is not ready from time to time, and its pods are unavailable.
  export KWOK_WORKDIR KWOK_NODE_LEASE_DURATION_SECONDS=40
  KWOK_WORKDIR=$(mktemp -d)
  printf 'apiVersion: config.kwok.x-k8s.io/v1alpha1\nkind: KwokConfiguration\noptions:\n  nodeLeaseDurationSeconds: 40\n' >"$KWOK_WORKDIR/kwok.yaml"
  exec test/slow/with-control-plane.sh bash -c '"$1/kwok.sh" 1 && "$1/storage.sh" 40 && TEST_KUBECONFIG=$KUBECONFIG exec "${@:2}"' - "$cluster" "$0" "$@"
fi
export KUBECONFIG=$TEST_KUBECONFIG
exec node --import tsx test/slow/review.ts "$@"
