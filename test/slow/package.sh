#!/usr/bin/env bash
# Installs the package as npm would publish it into an empty cdk8s app, and uses both of its entrances there.
set -euo pipefail
cd "$(dirname "$0")/../.."
app=$(mktemp -d)
trap 'rm -rf "$app"' EXIT

npm pack --silent --pack-destination "$app"
size=$(stat --format=%s "$app"/cdk8s-jupyterhub-*.tgz)
((size < 600000)) || { echo "the package has $size bytes" >&2; exit 1; }
version() { node -p "require('./package.json').devDependencies['$1']"; }
tools=("cdk8s-cli@$(version cdk8s-cli)" "tsx@$(version tsx)" "typescript@$(version typescript)" "@types/node@$(version @types/node)")

cp config.yaml "$app"
bin/cdk8s-jupyterhub render -f config.yaml --release jhub --namespace jhub >"$app/expected.yaml"
cd "$app"
cat >cdk8s.yaml <<'YAML'
language: typescript
app: node --import tsx main.ts
YAML
cat >main.ts <<'TS'
import { App } from 'cdk8s';
import { JupyterHub } from 'cdk8s-jupyterhub';

const app = new App();
JupyterHub.fromHelmValues(app, 'jhub', { namespace: 'jhub', files: ['config.yaml'] });
app.synth();
TS
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline ./cdk8s-jupyterhub-*.tgz "${tools[@]}"

npx tsc --noEmit --strict --target es2020 --module commonjs main.ts
npm install --silent --no-audit --no-fund --no-save --prefer-offline typescript-5.0@npm:typescript@5.0
node node_modules/typescript-5.0/bin/tsc --noEmit --strict --target es2020 --module commonjs main.ts

# What importing the package loads beside cdk8s: its one file, and nothing of it that is for reading values.
node --eval "
  require('cdk8s'), require('cdk8s-plus-28');
  const before = new Set(Object.keys(require.cache));
  require('cdk8s-jupyterhub');
  const loaded = Object.keys(require.cache).filter((file) => !before.has(file));
  if (loaded.length !== 1 || require('fs').statSync(loaded[0]).size > 1200000) throw new Error('import loads ' + loaded);
"
npx cdk8s synth --no-check-upgrade
test -s dist/jhub.k8s.yaml
cp -r dist before
npx cdk8s-jupyterhub synth
diff -r before dist

cp config.yaml right.yaml
echo 'hbu: {}' >>config.yaml
if npx cdk8s-jupyterhub synth 2>errors; then exit 1; fi
diff -r before dist
grep -q '^config.yaml:.*: hbu: unknown key; did you mean hub?$' errors
if grep ' at ' errors; then exit 1; fi
mv right.yaml config.yaml

npx cdk8s-jupyterhub render -f config.yaml --release jhub --namespace jhub | diff expected.yaml -
