#!/usr/bin/env bash
# The configuration of autohttps with traefik itself, built from its source.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tools/kubernetes.sh
version=$(node --import tsx --print "require('./lib/options/proxy/defaults').PROXY_DEFAULTS.traefik.image.tag")
work=${XDG_CACHE_HOME:-$HOME/.cache}/cdk8s-jupyterhub/traefik-$version
pebble=v2.10.1

# Built with the module's own requirements and replacements. From nothing, traefik takes some minutes.
module=$(go_module "github.com/traefik/traefik/v3@$version")
mkdir -p "$work"
install -m 644 "$module/go.mod" "$module/go.sum" "$work"
cp test/components/proxy/traefik/main.go "$work"
(
  cd "$work"
  go mod edit -module decode -require "github.com/traefik/traefik/v3@$version"
  go build -mod=mod -o decode .
  go build -mod=mod -o traefik github.com/traefik/traefik/v3/cmd/traefik
  GOBIN=$work go install "github.com/letsencrypt/pebble/v2/cmd/pebble@$pebble" "github.com/letsencrypt/pebble/v2/cmd/pebble-challtestsrv@$pebble"
)

# Ports and host names are those of the pod, so it runs in namespaces of its own.
exec unshare --map-root-user --net --mount node --import tsx test/slow/traefik.ts "$work"
