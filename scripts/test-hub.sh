#!/usr/bin/env bash
# test-hub.sh [OPTION of pytest]...: the hub's own Python, with the JupyterHub and KubeSpawner of the hub's image; on a real API
# server too, where ../shared/cluster (or TEST_CLUSTER_DIR) is built, or TEST_KUBECONFIG names a cluster for tests.
set -euo pipefail
cd "$(dirname "$0")/.."
python=$(scripts/hub-python.sh)
cluster=$(realpath "${TEST_CLUSTER_DIR:-${SHARED:-../shared}/cluster}")
built=${CLUSTER_STATE:-$HOME/.cache/test-cluster}

if [[ -z ${TEST_KUBECONFIG:-} && -x $cluster/up.sh && -x $built/bin/kube-apiserver ]]; then
  # A control plane with a state of its own: nobody else's cluster is touched.
  state=$(mktemp -d)
  trap '"$cluster/down.sh" --wipe; rm -rf "$state"' EXIT
  ln -s "$built/bin" "$state/bin"
  export CLUSTER_STATE=$state TEST_KUBECONFIG=$state/run/admin.conf PATH=$built/bin:$PATH
  "$cluster/up.sh"
fi

PYTHONDONTWRITEBYTECODE=1 "$python" -m pytest -p no:cacheprovider -q -rs test/hub/python "$@"
