#!/usr/bin/env bash
# Generates all that is generated, and tells which files that changes.
set -euo pipefail
cd "$(dirname "$0")/../.."

# The hash and name of every file that is in git or could be added to it.
files() { git ls-files -z --cached --others --exclude-standard | sort -z | xargs -0 sha256sum 2>/dev/null || true; }

before=$(files)
npm run --silent generate
diff <(echo "$before") <(files) || { echo 'out of date: run npm run generate, and commit what it changes' >&2; exit 1; }
