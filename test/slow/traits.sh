#!/usr/bin/env bash
# traits.sh [VALUES [SEED]]: values at random for each trait of the tables, held against what the trait itself makes of them.
set -euo pipefail
cd "$(dirname "$0")/../.."

PYTHONDONTWRITEBYTECODE=1 "$(tools/hub-python.sh)" test/jupyterhub/python/compare.py --values "${1:-10}" --seed "${2:-1}" -- \
  node --import tsx test/jupyterhub/python/accept.ts
