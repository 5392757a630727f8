#!/usr/bin/env bash
# The configuration of autohttps with traefik itself, built from its source: a real one gets a certificate and serves with it, and its decoder takes
# the dynamic part whatever the options, and refuses what is none.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tools/kubernetes.sh
version=$(sed -n "s/.*traefik', tag: '\(v[0-9.]*\)'.*/\1/p" lib/options/proxy/defaults.ts)
work=${XDG_CACHE_HOME:-$HOME/.cache}/cdk8s-jupyterhub/traefik-$version
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

pebble=v2.10.1

# Built with the module's own requirements and replacements. From nothing, traefik takes some minutes.
module=$(go_module "github.com/traefik/traefik/v3@$version")
mkdir -p "$work"
install -m 644 "$module/go.mod" "$module/go.sum" "$work"
cp test/proxy/traefik/main.go "$work"
(
  cd "$work"
  go mod edit -module decode -require "github.com/traefik/traefik/v3@$version"
  go build -mod=mod -o decode .
  go build -mod=mod -o traefik github.com/traefik/traefik/v3/cmd/traefik
  GOBIN=$work go install "github.com/letsencrypt/pebble/v2/cmd/pebble@$pebble" "github.com/letsencrypt/pebble/v2/cmd/pebble-challtestsrv@$pebble"
)

# decode NAME VALUES: renders the values, and reads what traefik will.
decode() {
  printf '%s\n' "$2" >"$tmp/values.yaml"
  bin/cdk8s-jupyterhub render -f "$tmp/values.yaml" --release jhub --namespace jhub 2>/dev/null |
    node -e 'const { parseAllDocuments } = require("yaml");
      const all = parseAllDocuments(require("fs").readFileSync(0, "utf8")).map((document) => document.toJS());
      const map = all.find(({ kind, metadata }) => kind === "ConfigMap" && metadata.name === "autohttps");
      process.stdout.write(map.data["dynamic.yaml"]);' >"$tmp/$1.yaml"
  "$work/decode" "$tmp/$1.yaml"
}

https='proxy: {https: {enabled: true, hosts: [a.example, b.example], letsencrypt: {contactEmail: a@b.example}}'
passed=0 failed=0
check() {
  if "${@:2}"; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "FAIL $1"; fi
}
# Ports and host names are those of the pod, so it runs in namespaces of its own.
live() {
  unshare --map-root-user --net --mount node test/slow/traefik-live.mjs "$work"/{traefik,pebble,pebble-challtestsrv}
}
refused() { ! decode "$@" >/dev/null; }

check 'the default' decode default "$https}"
check 'HSTS' decode hsts "$https, traefik: {hsts: {includeSubdomains: true, preload: true, maxAge: 600}}}"
check 'more of it' decode more "$https, traefik: {extraDynamicConfig: {http: {middlewares: {a: {compress: {}}}}}}}"
check 'a key that traefik does not know' refused unknown "$https, traefik: {extraDynamicConfig: {http: {middlewares: {a: {nonsense: {}}}}}}}"
check 'a value of the wrong kind' refused wrong "$https, traefik: {extraDynamicConfig: {http: {middlewares: {hsts: {headers: {stsSeconds: nonsense}}}}}}}"

check 'a real traefik' live

echo "$passed passed, $failed failed"
((failed == 0))
