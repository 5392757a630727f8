#!/usr/bin/env bash
# api-compatibility.sh [BASE]: whether programs that compile against the last release (the newest tag vX.Y.Z, or BASE) still do. What is
# broken on purpose stands in .jsii-diff-ignore, a line for each.
set -euo pipefail
cd "$(dirname "$0")/../.."
export JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION=true

base=${1:-$(git describe --tags --match 'v[0-9]*' --abbrev=0 2>/dev/null || true)}
if [[ -z $base ]]; then
  echo 'nothing is released yet: there is no API to be compatible with'
  exit 0
fi

released=$(mktemp -d)
trap 'rm -rf "$released"' EXIT
git archive "$base" | tar --extract --directory "$released"
ln -s "$PWD/node_modules" "$released/node_modules"
(cd "$released" && npm run --silent build)
npm run --silent build
npx jsii-diff --error-on all --keys --ignore-file .jsii-diff-ignore "$released" .
echo "compatible with $base"
