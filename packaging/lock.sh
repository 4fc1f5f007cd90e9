#!/bin/sh
# Makes packaging/requirements.txt (what the program needs) and packaging/requirements-dev.txt (with what its tests
# need) again from pyproject.toml: exact versions with the hashes of every file, for every system, without any address
# of an index. Run it after changing a dependency, read the difference, run make test, commit both.
#
# Usage: sh packaging/lock.sh [--upgrade | --upgrade-package NAME]
#   without arguments the versions already locked stay as they are wherever they still fit
set -eu

cd "$(dirname "$0")/.."

# uv resolves for all systems at once, which pip cannot. It serves this script only and is no dependency of ours.
if ! command -v uv >/dev/null 2>&1; then
    [ -x build/uv/bin/uv ] || {
        "${PYTHON:-python3}" -m venv build/uv
        build/uv/bin/python -m pip install --quiet --disable-pip-version-check 'uv>=0.9'
    }
    PATH="$PWD/build/uv/bin:$PATH"
fi

compile() {
    output=$1
    shift
    uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
        --output-file "$output" pyproject.toml "$@"
}

compile packaging/requirements.txt "$@"
compile packaging/requirements-dev.txt --extra dev "$@"

if grep -nE 'index-url|find-links|://' packaging/requirements.txt packaging/requirements-dev.txt; then
    echo 'lock: an address got into the lock; it must name packages only' >&2
    exit 1
fi
