#!/usr/bin/env bash
# The workflows of .github, as GitHub would read them.
set -euo pipefail
cd "$(dirname "$0")/../.."
bin=${XDG_CACHE_HOME:-$HOME/.cache}/cdk8s-jupyterhub/bin
[[ -x $bin/actionlint ]] || GOBIN=$bin go install github.com/rhysd/actionlint/cmd/actionlint@v1.7.7
"$bin/actionlint"
