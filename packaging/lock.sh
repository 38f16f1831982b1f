#!/bin/sh
# lock.sh: makes packaging/locks/*.txt anew from pyproject.toml; needs uv. Every file is pinned by its hash.
# The smaller locks are held to the largest, so that one environment never needs two versions of a library.
# `sh packaging/lock.sh --upgrade` takes newer versions; without it what is locked stays.
set -eu
cd "$(dirname "$0")/.."

lock() {
    file=packaging/locks/$1.txt
    shift
    uv pip compile pyproject.toml --universal --generate-hashes --no-header --quiet --output-file "$file" "$@"
}

lock all --all-extras --group build --group dev "$@"
lock desktop --extra desktop --extra relay --group build --constraint packaging/locks/all.txt
lock relay --extra relay --extra relay-postgres --group build --constraint packaging/locks/all.txt
