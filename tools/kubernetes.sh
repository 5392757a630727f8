# The Kubernetes APIs that the manifests are written for and validated against; sourced by other scripts.
KUBERNETES_OLDEST=1.28.0
KUBERNETES_NEWEST=1.37.2
GATEWAY_API=1.6.3

# go_module MODULE@VERSION: the module's folder. A package registry is the one place to have the schemas from, at a fixed version.
go_module() {
  local answer
  answer=$(cd / && go mod download -json "$1") || { echo "$answer" >&2; return 1; }
  node -p 'JSON.parse(process.argv[1]).Dir' "$answer"
}

# swagger VERSION: the file with all definitions of that Kubernetes.
swagger() {
  echo "$(go_module "k8s.io/kubernetes@v$1")/api/openapi-spec/swagger.json"
}
