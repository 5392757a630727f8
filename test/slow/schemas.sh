#!/usr/bin/env bash
# Validates the manifests of the app, of the examples and, where they are at hand, of the reference cases.
set -euo pipefail
shopt -s globstar nullglob
cd "$(dirname "$0")/../.."

rendered=$(mktemp -d)
trap 'rm -rf "$rendered"' EXIT
for values in "${SHARED:-../shared}"/cases/*/values/*.yaml; do
  header() { sed -n "s/^# $1: //p" "$values" | head -n 1; }
  [[ -z $(header expect) ]] || continue
  bin/cdk8s-jupyterhub render -f "$values" --release "$(header release)" --namespace "$(header namespace)" \
    >"$rendered/$(basename "$values" .yaml).k8s.yaml"
done
for example in examples/*/main.ts; do
  (cd "$(dirname "$example")" && CDK8S_OUTDIR=$rendered/$(basename "$PWD") node --import tsx main.ts)
done
manifests=({dist,test}/**/*.k8s.yaml "$rendered"/**/*.k8s.yaml)
test/slow/validate-manifests.sh "${manifests[@]}"
