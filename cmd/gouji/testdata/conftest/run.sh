#!/usr/bin/env bash
# Times gouji beside conftest (go install github.com/open-policy-agent/conftest@latest)
# on a thousand made reports in TOML, one after the other in turn: the relations of
# the form in Rego, against all that gouji checks. Prints the fastest of five.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
(cd ../../../.. && go build -o "$scratch/gouji" ./cmd/gouji)
conftest=$(command -v conftest || echo "$(go env GOPATH)/bin/conftest")
"$scratch/gouji" synth "$scratch/made" --organs 1000 --years 2024 --plant 0.1 --format toml --seed 1 >/dev/null
one() { # name, command
  local name=$1 began code=0
  shift
  began=$(date +%s%N)
  "$@" >"$scratch/$name.out" 2>"$scratch/$name.err" || code=$?
  [ "$code" -le 1 ] || { cat "$scratch/$name.err"; exit 1; }
  echo $((($(date +%s%N) - began) / 1000000)) >>"$scratch/$name.ms"
}
for _ in 1 2 3 4 5; do
  one all "$scratch/gouji" check --quiet "$scratch/made/2024"
  one relations "$scratch/gouji" check --quiet --select table "$scratch/made/2024"
  one conftest "$conftest" test --no-color --policy . --parser toml "$scratch/made/2024"
done
best() { sort -n "$scratch/$1.ms" | head -n 1; }
echo "reports: 1000"
grep -c . "$scratch/conftest.out" | sed 's/^/conftest lines: /'
printf 'conftest (R1 to R5): %s ms\n' "$(best conftest)"
printf 'gouji check --select table: %s ms\n' "$(best relations)"
printf 'gouji check, all rules: %s ms\n' "$(best all)"
awk -v c="$(best conftest)" -v g="$(best all)" -v r="$(best relations)" 'BEGIN { printf "ratio: %.1f with all rules, %.1f with those of the tables\n", c / g, c / r }'
