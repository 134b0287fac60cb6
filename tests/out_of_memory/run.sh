#!/bin/sh
# Every program of this folder runs again and again with one more allocation failing, and with less and less memory: each run has to end with a
# result or a MemoryError, that is with exit code 0 or 1, and never by a signal.
# Usage: run.sh COIL [most allocations to try, default 120]
set -u
coil=$1
most=${2:-120}
folder=$(dirname "$0")
failures=0
runs=0

check() {
  timeout 60 "$@" >/dev/null 2>"$errors"
  code=$?
  runs=$((runs + 1))
  [ $code -le 1 ] && return
  failures=$((failures + 1))
  echo "exit code $code: $*"
  tail -3 "$errors"
}

errors=$(mktemp)
trap 'rm -f "$errors"' EXIT
for script in "$folder"/*.py; do
  k=1
  step=1
  while [ $k -le $((most * 100)) ] && [ $step -le $most ]; do
    check "$coil" --fail-alloc=$k "$script"
    k=$((k + 1 + step * step / 12))
    step=$((step + 1))
  done
  for limit in 64k 300k 700k 1m 2m; do check "$coil" --max-memory=$limit "$script"; done
done
echo "$runs runs, $failures failures"
[ $failures = 0 ]
