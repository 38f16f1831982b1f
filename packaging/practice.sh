#!/bin/sh
# practice.sh [OPTION...]: practice mode, from a bare checkout: both windows, and the page that plays the customer.
# Where there is no display one whole sale is played on a virtual one; its timeline is printed and its pictures are kept.
# Options go to `pos-app practice`.
set -eu
house=$(cd "$(dirname "$0")/.." && pwd)
app=$house/.venv/bin/pos-app

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    sh "$house/packaging/system.sh" desktop
    sh "$house/packaging/environment.sh" desktop
    exec "$app" practice "$@"
fi

sh "$house/packaging/system.sh" desktop display
sh "$house/packaging/environment.sh" desktop
[ $# -gt 0 ] || set -- --tour "$house/build/tour"
exec sh "$house/packaging/virtual-display.sh" "$app" practice "$@"
