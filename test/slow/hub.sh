#!/usr/bin/env bash
# test-hub.sh [OPTION of pytest]...: the hub's own Python, with the JupyterHub and KubeSpawner of the hub's image; on a real API
# server too, where ../shared/cluster (or TEST_CLUSTER_DIR) is built, or TEST_KUBECONFIG names a cluster for tests.
set -euo pipefail
cd "$(dirname "$0")/../.."
python=$(tools/hub-python.sh)
cluster=$(realpath -m "${TEST_CLUSTER_DIR:-${SHARED:-../shared}/cluster}")
built=${CLUSTER_STATE:-$HOME/.cache/test-cluster}

if [[ -z ${TEST_KUBECONFIG:-} && -x $cluster/up.sh && -x $built/bin/kube-apiserver ]]; then
  export PATH=$built/bin:$PATH
  if kubectl --kubeconfig "$built/run/admin.conf" get --raw /readyz >/dev/null 2>&1; then
    export TEST_KUBECONFIG=$built/run/admin.conf
  else
    # A control plane whose state is its own and gone afterwards.
    state=$(mktemp -d)
    trap 'CLUSTER_STATE=$state "$cluster/down.sh" --wipe; rm -rf "$state"' EXIT
    ln -s "$built/bin" "$state/bin"
    CLUSTER_STATE=$state "$cluster/up.sh"
    export TEST_KUBECONFIG=$state/run/admin.conf
  fi
fi

PYTHONDONTWRITEBYTECODE=1 "$python" -m pytest -p no:cacheprovider -q -rs -W ignore::DeprecationWarning test/components/hub/python "$@"
