#!/bin/sh
# lock.sh: makes packaging/locks/*.txt anew from pyproject.toml (needs uv). Every file is pinned by its hash.
set -eu
cd "$(dirname "$0")/.."
lock() { uv pip compile pyproject.toml --universal --generate-hashes --no-header --quiet --output-file "$@"; }
lock packaging/locks/all.txt --all-extras --group dev
lock packaging/locks/desktop.txt --extra desktop --extra relay
lock packaging/locks/relay.txt --extra relay --extra relay-postgres
