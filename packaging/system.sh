#!/bin/sh
# system.sh WHAT...: sees to it that Debian's packages for WHAT are installed:
#   desktop  what Qt needs to open a window         keyring  where the server key is kept
#   printer  a printer on USB or in a CUPS queue    display  a screen where there is none
#   venv     what makes a Python's .venv            test     what the tests start besides
# Installs what is missing, and only then asks apt for news. Where it may not install it says what to type, and ends with 1.
set -eu

desktop="libgl1 libegl1 libdbus-1-3 libfontconfig1 libglib2.0-0 libxkbcommon0
         libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0 libcups2"
keyring="gnome-keyring dbus"
printer="libusb-1.0-0 cups-client"
display="xvfb x11-xserver-utils"
test="xdotool imagemagick chromium chromium-driver postgresql
      cups cups-client poppler-utils nginx-light caddy openssl"

wanted=""
for what in "$@"; do
    case $what in
    desktop) wanted="$wanted $desktop" ;;
    keyring) wanted="$wanted $keyring" ;;
    printer) wanted="$wanted $printer" ;;
    display) wanted="$wanted $display" ;;
    test) wanted="$wanted $test" ;;
    venv) wanted="$wanted python3-venv" ;;
    *)
        echo "system.sh: I know desktop, keyring, printer, display, test and venv, not '$what'" >&2
        exit 2
        ;;
    esac
done

if ! command -v dpkg-query >/dev/null; then
    echo "system.sh: this is no Debian; see for yourself that its likes of these are installed:" $wanted >&2
    exit 0
fi

missing=""
for package in $wanted; do
    # A name may come with its architecture, and two architectures may be installed.
    case " $(dpkg-query --show --showformat '${db:Status-Status} ' "$package" 2>/dev/null || true)" in
    *" installed "*) ;;
    *) missing="$missing $package" ;;
    esac
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ]; then
    as_root="env"
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root="sudo -n env"
else
    echo "Some of Debian's packages are missing, and only root can install them. Please type:" >&2
    echo "    sudo apt-get update && sudo apt-get install --no-install-recommends$missing" >&2
    exit 1
fi

apt() {
    # Another apt may be at work on a machine that has just been started: wait for it.
    $as_root DEBIAN_FRONTEND=noninteractive NEEDRESTART_MODE=a \
        apt-get -qq -y -o DPkg::Lock::Timeout=300 -o APT::Update::Error-Mode=any "$@" </dev/null
}

echo "system.sh: installing$missing" >&2
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if { apt update && apt install --no-install-recommends $missing; } >"$log" 2>&1; then
    exit 0
fi
cat "$log" >&2
echo "system.sh: apt could not install them (its words are above). Please install:$missing" >&2
exit 1
