#!/usr/bin/env bash
# release.sh FOLDER: puts into it what a release publishes: the npm package, the Python package, and what CHANGELOG.md tells of the version.
set -euo pipefail
out=$(realpath --canonicalize-missing "${1:?a folder}")
cd "$(dirname "$0")/.."
export JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION=true
version=$(node --print "require('./package.json').version")

notes=$(awk -v heading="## $version (" 'index($0, "## ") == 1 { on = index($0, heading) == 1; if (on) print; next } on' CHANGELOG.md)
[[ -n $notes ]] || { echo "CHANGELOG.md has no section $version" >&2; exit 1; }
[[ $notes != *'(not released)'* ]] || { echo "CHANGELOG.md: section $version has no date: (not released)" >&2; exit 1; }

rm -rf "$out"
mkdir -p "$out"
npm pack --silent --pack-destination "$out"
bash tools/python-package.sh "$out"
tail --lines=+2 <<<"$notes" >"$out/notes.md"
