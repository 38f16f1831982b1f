#!/bin/sh
# make.sh: makes the pictures of this folder anew: plays the tour of practice mode on a virtual display, and puts the
# cashier's window and the customer display side by side. Needs what packaging/practice.sh has set up.
set -eu
cd "$(dirname "$0")/../.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
sh packaging/virtual-display.sh .venv/bin/pos-app --home "$folder/home" practice --tour "$folder/tour"
.venv/bin/python packaging/pictures/join.py "$folder/tour"
