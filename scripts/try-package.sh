#!/usr/bin/env bash
# Packs the project, installs the package elsewhere, and runs it there: the SQL and YAML files must have come along.
set -euo pipefail
cd "$(dirname "$0")/.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
npm pack --silent --pack-destination "$scratch" >/dev/null
cd "$scratch"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund ./dibao-*.tgz
npx --no-install dibao --version
npx --no-install dibao init demo --demo
npx --no-install dibao check -c demo/dibao.yaml -o demo/out --fail-on never --quiet
test -s demo/out/run.json
npx --no-install dibao rules R04.car >/dev/null
echo "the package works when installed elsewhere"
