#!/bin/sh
# virtual-display.sh COMMAND...: runs COMMAND on an X server of its own with two monitors, CASHIER 1366x768 and, to its
# right, CUSTOMER 1920x1080; ends with COMMAND's exit code. To pull the second monitor out during the run, and back in:
#   xrandr --delmonitor CUSTOMER;  xrandr --setmonitor CUSTOMER 1920/508x1080/286+1366+0 none
set -eu
folder=$(mktemp -d)
server=""
trap 'if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; fi; rm -rf "$folder"' EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

mkfifo "$folder/number"
# Without -noreset the server starts over when xrandr leaves, and the monitors are gone.
Xvfb -displayfd 3 -screen 0 3286x1080x24 -nolisten tcp -noreset -dpi 96 3>"$folder/number" 2>"$folder/log" &
server=$!
if ! read -r number <"$folder/number"; then
    cat "$folder/log" >&2
    echo "virtual-display.sh: the X server did not start" >&2
    exit 1
fi
export DISPLAY=":$number" QT_QPA_PLATFORM=xcb
xrandr --setmonitor CASHIER 1366/361x768/203+0+0 screen >/dev/null
xrandr --setmonitor CUSTOMER 1920/508x1080/286+1366+0 none >/dev/null
"$@"
