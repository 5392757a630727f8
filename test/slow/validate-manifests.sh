#!/usr/bin/env bash
# validate-manifests.sh FILE|FOLDER...: validates manifests (in a folder: *.k8s.yaml) against the schemas of each supported Kubernetes.
set -euo pipefail
shopt -s globstar nullglob

manifests=()
for argument; do
  if [[ -d $argument ]]; then manifests+=("$argument"/**/*.k8s.yaml); else manifests+=("$argument"); fi
done
((${#manifests[@]})) || { echo "no manifests in: $*" >&2; exit 1; }

bin=${XDG_CACHE_HOME:-$HOME/.cache}/cdk8s-jupyterhub/bin
[[ -x $bin/kubeconform ]] || GOBIN=$bin go install github.com/yannh/kubeconform/cmd/kubeconform@v0.8.0

folders=$("$(dirname "$0")/../../tools/schemas.sh")
status=0
for schemas in $folders; do
  echo "Kubernetes ${schemas##*/}"
  "$bin/kubeconform" -strict -summary -schema-location "$schemas/{{.ResourceKind}}{{.KindSuffix}}.json" "${manifests[@]}" || status=1
done
exit $status
