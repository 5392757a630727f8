#!/usr/bin/env bash
# Builds the JSON Schemas of the oldest and the newest supported Kubernetes into the cache; prints their folders.
set -euo pipefail
cd "$(dirname "$0")/.."
source tools/kubernetes.sh

cache=${XDG_CACHE_HOME:-$HOME/.cache}/cdk8s-jupyterhub/schemas
crd=$(go_module "sigs.k8s.io/gateway-api@v$GATEWAY_API")/config/crd/standard/gateway.networking.k8s.io_httproutes.yaml
for version in "$KUBERNETES_OLDEST" "$KUBERNETES_NEWEST"; do
  folder=$cache/$version
  if [[ ! -d $folder || -n $(find tools/build-schemas.ts tools/openapi.ts tools/kubernetes.sh -newer "$folder") ]]; then
    mkdir -p "$cache"
    new=$(mktemp -d "$cache/.new.XXXXXX")
    node --import tsx tools/build-schemas.ts "$(swagger "$version")" "$crd" "$new"
    rm -rf "$folder"
    mv "$new" "$folder"
  fi
  echo "$folder"
done
