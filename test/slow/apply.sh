#!/usr/bin/env bash
# test-apply.sh [FOLDER]...: sends what is rendered for the reference cases, and for values in further folders, to an API server by a dry-run;
# then lets it take over what the chart made. On the cluster that TEST_KUBECONFIG names, or on a control plane of its own.
set -euo pipefail
cd "$(dirname "$0")/../.."
shared=${SHARED:-../shared}
source tools/kubernetes.sh

if [[ -z ${TEST_KUBECONFIG:-} ]]; then
  exec test/slow/with-control-plane.sh bash -c 'TEST_KUBECONFIG=$KUBECONFIG exec "$@"' - "$0" "$@"
fi
export KUBECONFIG=$TEST_KUBECONFIG
route=$(go_module "sigs.k8s.io/gateway-api@v$GATEWAY_API")/config/crd/standard/gateway.networking.k8s.io_httproutes.yaml
kubectl apply --server-side --filename "$route"
kubectl wait --for=condition=Established --filename "$route"

log=$(mktemp)
trap 'rm "$log"' EXIT
python=$(tools/hub-python.sh)
status=0
"$python" test/slow/apply_dry_run.py "$shared/oracle" "$shared"/cases/{features,real} test/apply "$@" | tee "$log" || status=1
"$python" test/slow/apply_takeover.py "$shared/oracle" "$shared/cases/features" "$@" | tee -a "$log" || status=1
awk '/^[0-9]+ passed, [0-9]+ failed$/ { passed += $1; failed += $3 } END { print passed " passed, " failed " failed" }' "$log"
exit $status
