#!/bin/sh
# test.sh [PYTEST OPTION...]: every check and every test, from a bare checkout. Goes through to the end; its exit code is
# that of the tests, or 1 when they passed and a check before them did not.
set -eu
cd "$(dirname "$0")/.."
export LC_ALL=C.UTF-8

sh packaging/system.sh desktop keyring display test
sh packaging/environment.sh all

checks=0
check() {
    echo "== $*"
    "$@" </dev/null || checks=1
}
PATH=$PWD/.venv/bin:$PATH
check ruff check --quiet
check ruff format --check --quiet
check mypy
check lint-imports --no-logo
echo "== pytest"
python -m pytest -q -n 2 --dist worksteal "$@" </dev/null || exit $?
exit $checks
