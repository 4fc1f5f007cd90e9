#!/bin/sh
# The checks behind make test, lint, types and imports, each with its wall time.
#
# Usage: sh packaging/checks.sh all|lint|types|imports
#
# The quick ones all run, so that one round shows everything; the tests run last and only once those are green, so that
# pytest's own closing line ends the output. Nothing here uses the network.
set -eu

cd "$(dirname "$0")/.."
bin=.venv/bin
failed=''

timed() {
    name=$1
    shift
    printf '== %s\n' "$name"
    started=$(date +%s)
    "$@" || failed="$failed $name"
    printf '== %s took %s s\n' "$name" "$(($(date +%s) - started))"
}

lint() {
    timed 'ruff check' "$bin/ruff" check
    timed 'ruff format' "$bin/ruff" format --check
}
types() { timed mypy "$bin/mypy"; }
imports() { timed 'import contracts' "$bin/lint-imports" --no-logo; }

case ${1:-all} in
    lint | types | imports) "$1" ;;
    all) lint; types; imports ;;
    *) printf 'checks: unknown check %s\n' "$1" >&2; exit 2 ;;
esac

if [ -n "$failed" ]; then
    printf 'failed:%s\n' "$failed" >&2
    exit 1
fi
[ "${1:-all}" = all ] || exit 0

printf '== pytest\n'
QT_QPA_PLATFORM=offscreen
export QT_QPA_PLATFORM
exec "$bin/python" -m pytest -n 2 --durations=10
