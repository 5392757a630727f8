#!/usr/bin/env bash
# with-control-plane.sh COMMAND...: runs it with KUBECONFIG set to a Kubernetes without nodes, which is its own and gone afterwards. Built
# and started by the scripts of ../shared/cluster, in a network of its own.
set -euo pipefail
cluster=${SHARED:-$(dirname "$0")/../../../shared}/cluster
built=${CLUSTER_STATE:-$HOME/.cache/test-cluster}

"$cluster/setup.sh"
CLUSTER_STATE=$(mktemp -d)
export CLUSTER_STATE
trap '"$cluster/down.sh" --wipe; rm -rf "$CLUSTER_STATE"' EXIT
ln -s "$built/bin" "$built/images" "$CLUSTER_STATE"
"$cluster/sandbox.sh"
"$cluster/up.sh"
"$cluster/in.sh" "$@"
