#!/usr/bin/env bash
# import.sh [FOLDER]: generates imports/ by the unmodified `cdk8s import`, from the schemas in Kubernetes' Go modules.
set -euo pipefail
output=$(realpath --canonicalize-missing "${1:-$(dirname "$0")/../imports}")
cd "$(dirname "$0")/.."
source tools/kubernetes.sh

cdk8s_import() {
  node --import tsx --import ./tools/import-preload.ts node_modules/cdk8s-cli/bin/cdk8s import "$@" \
    --output "$output" --language typescript --no-save --check-upgrade=false
}

SWAGGER=$(swagger "$KUBERNETES_OLDEST") cdk8s_import "k8s@$KUBERNETES_OLDEST"
node --import tsx tools/newer-fields.ts "$(swagger "$KUBERNETES_OLDEST")" "$(swagger "$KUBERNETES_NEWEST")" >"$output/k8s-newer-fields.json"
gateway=$(go_module "sigs.k8s.io/gateway-api@v$GATEWAY_API")
cdk8s_import "$gateway/config/crd/standard/gateway.networking.k8s.io_httproutes.yaml"
