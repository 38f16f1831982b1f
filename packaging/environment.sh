#!/bin/sh
# environment.sh LOCK: .venv with what packaging/locks/LOCK.txt pins (desktop, relay or all), every file checked against
# its hash, and this checkout as pos-app. Does nothing when that has been done; needs Python 3.11 or newer and pip alone.
set -eu
cd "$(dirname "$0")/.."
lock=${1:?which lock: desktop, relay or all}
python=.venv/bin/python

if [ ! -f "packaging/locks/$lock.txt" ]; then
    echo "environment.sh: I know desktop, relay and all, not '$lock'" >&2
    exit 2
fi

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

fingerprint() { cat "packaging/locks/$1.txt" pyproject.toml | sha256sum; }

installed() { [ "$(cat ".venv/installed-$1" 2>/dev/null)" = "$(fingerprint "$1")" ]; }

# `all` holds every other lock.
if new_enough "$python" && { installed "$lock" || installed all; }; then
    exit 0
fi

# Without ensurepip, or interrupted, `venv` leaves a Python behind that has no pip.
if ! new_enough "$python" || ! "$python" -c 'import pip' 2>/dev/null; then
    base=""
    for candidate in "${PYTHON:-}" python3 python3.11 python3.12 python3.13; do
        if [ -n "$candidate" ] && new_enough "$candidate"; then
            base=$candidate
            break
        fi
    done
    if [ -z "$base" ]; then
        echo "environment.sh: Python 3.11 or newer is needed; where it has another name, say PYTHON=/path/to/python3" >&2
        exit 1
    fi
    "$base" -c 'import ensurepip, venv' 2>/dev/null || sh packaging/system.sh venv
    echo "environment.sh: making .venv with $("$base" --version)" >&2
    "$base" -m venv --clear .venv
fi

echo "environment.sh: installing packaging/locks/$lock.txt into .venv; the first time this takes a minute" >&2
pip() { "$python" -m pip --disable-pip-version-check --no-input --quiet --quiet "$@" </dev/null; }
rm -f .venv/installed-*
pip install --require-hashes --only-binary :all: --compile -r "packaging/locks/$lock.txt"
# What builds pos-app is locked as well, so nothing is fetched for it.
pip install --no-deps --no-build-isolation --no-index --editable .
"$python" -m compileall -q pos_app
fingerprint "$lock" >".venv/installed-$lock"
