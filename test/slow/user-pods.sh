#!/usr/bin/env bash
# user-pods.sh [CASES [SEED]]: the objects of users, for traits at random, held against those that a real KubeSpawner asks for.
set -euo pipefail
cd "$(dirname "$0")/../.."

PYTHONDONTWRITEBYTECODE=1 "$(tools/hub-python.sh)" test/user-pods/python/compare.py --cases "${1:-500}" --seed "${2:-1}" -- \
  node --import tsx test/user-pods/python/objects.ts
