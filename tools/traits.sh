#!/usr/bin/env bash
# traits.sh [--check]: writes lib/jupyterhub/tables/ anew from the packages of the hub's image, or tells whether it is up to date.
set -euo pipefail
cd "$(dirname "$0")/.."
tables=lib/jupyterhub/tables
fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT

"$(tools/hub-python.sh)" tools/traits.py "$fresh"
npx prettier --write --log-level warn --config .prettierrc.json "$fresh"/*.ts
if [[ ${1:-} == --check ]]; then
  diff -r "$tables" "$fresh" || { echo "$tables is out of date: run npm run traits" >&2; exit 1; }
else
  rm -rf "$tables"
  cp -r "$fresh" "$tables"
fi
