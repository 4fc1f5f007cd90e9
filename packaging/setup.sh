#!/bin/sh
# Prepares .venv so that the program runs and its tests run, on a machine with nothing but make.
#
# Usage: sh packaging/setup.sh [window]
#   window    also ask for what a window on a display needs, not only the off-screen platform
#
# A second run with nothing changed ends at once. What is missing is found by trying to load it; Debian's and Ubuntu's
# packages are then installed where that is allowed (root, or sudo without a question), else named in one command.
# PYTHON=/path/to/python3 chooses the interpreter.
set -eu

cd "$(dirname "$0")/.."
venv=.venv
lock=packaging/requirements-dev.txt
mode=${1:-headless}
log=build/setup.log

say() { printf 'setup: %s\n' "$*"; }
fail() { printf 'setup: %s\n' "$*" >&2; exit 1; }

# cksum is in every POSIX system; it only has to notice a change, pip checks the SHA-256 of every file.
wanted_lock=$(cksum <"$lock")
wanted_project="$(cksum <pyproject.toml) $PWD"

stamped() { [ -f "$venv/.setup-$1" ] && [ "$(cat "$venv/.setup-$1")" = "$2" ]; }
stamp() { printf '%s\n' "$2" >"$venv/.setup-$1"; }

# Which libraries are wanted depends on where windows would open; headless is served by any of them.
if [ "$mode" = window ]; then displays="window${DISPLAY:+ x11}${WAYLAND_DISPLAY:+ wayland}"; else displays=headless; fi
libraries_known() { if [ "$mode" = window ]; then stamped libraries "$displays"; else [ -f "$venv/.setup-libraries" ]; fi; }

# A Python that the system replaced by a newer one no longer sees what was installed for the old.
whole_venv() {
    "$venv/bin/python" -c 'import importlib.util, sys; sys.exit(importlib.util.find_spec("PySide6") is None)' >/dev/null 2>&1
}

if whole_venv && stamped lock "$wanted_lock" && stamped project "$wanted_project" && libraries_known; then
    exit 0
fi

usable_python() {
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))' >/dev/null 2>&1
}

# Debian leaves ensurepip out of python3, and ctypes out of python3-minimal.
whole_python() { "$1" -c 'import ctypes, ensurepip, venv' >/dev/null 2>&1; }

find_python() {
    python=''
    for name in ${PYTHON:+"$PYTHON"} python3 python3.11 python3.12 python3.13 python3.14 /usr/bin/python3; do
        usable_python "$name" || continue
        [ -n "$python" ] || python=$name
        if whole_python "$name"; then python=$name; return; fi
    done
}

# Library, the packages that carry it (the first that this release knows is taken), and what it is in words.
offscreen_libraries='
libEGL.so.1         libegl1                         EGL
libGL.so.1          libgl1                          OpenGL
libxkbcommon.so.0   libxkbcommon0                   xkbcommon
libdbus-1.so.3      libdbus-1-3                     D-Bus
libfontconfig.so.1  libfontconfig1                  fontconfig
libglib-2.0.so.0    libglib2.0-0t64,libglib2.0-0    GLib
'
xcb_libraries='
libxkbcommon-x11.so.0   libxkbcommon-x11-0      xkbcommon-x11
libxcb-cursor.so.0      libxcb-cursor0          xcb-util-cursor
libxcb-icccm.so.4       libxcb-icccm4           xcb-util-wm
libxcb-image.so.0       libxcb-image0           xcb-util-image
libxcb-keysyms.so.1     libxcb-keysyms1         xcb-util-keysyms
libxcb-randr.so.0       libxcb-randr0           xcb-randr
libxcb-render-util.so.0 libxcb-render-util0     xcb-util-renderutil
libxcb-shape.so.0       libxcb-shape0           xcb-shape
libxcb-shm.so.0         libxcb-shm0             xcb-shm
libxcb-sync.so.1        libxcb-sync1            xcb-sync
libxcb-util.so.1        libxcb-util1            xcb-util
libxcb-xfixes.so.0      libxcb-xfixes0          xcb-xfixes
libxcb-xkb.so.1         libxcb-xkb1             xcb-xkb
libX11-xcb.so.1         libx11-xcb1             X11-xcb
'
wayland_libraries='
libwayland-client.so.0  libwayland-client0      wayland-client
libwayland-cursor.so.0  libwayland-cursor0      wayland-cursor
libwayland-egl.so.1     libwayland-egl1         wayland-egl
'

wanted_libraries() {
    printf '%s' "$offscreen_libraries"
    case $displays in *x11*) printf '%s' "$xcb_libraries" ;; esac
    case $displays in *wayland*) printf '%s' "$wayland_libraries" ;; esac
}

# Those of the named libraries that cannot be loaded, a line each. Without a Python to try, the loader's cache must tell.
not_loading() {
    if [ -n "$python" ] && "$python" -c 'import ctypes' >/dev/null 2>&1; then
        "$python" -c '
import ctypes, sys
for name in sys.argv[1:]:
    try:
        ctypes.CDLL(name)
    except OSError:
        print(name)
' "$@"
    else
        for library in "$@"; do
            PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null | grep -qF "$library " || printf '%s\n' "$library"
        done
    fi
}

find_missing_libraries() {
    missing_packages=''
    missing_words=''
    [ "$(uname -s)" = Linux ] || return 0
    # shellcheck disable=SC2046  # the names are separate words
    absent=$(not_loading $(wanted_libraries | while read -r library _; do printf '%s ' "$library"; done))
    while read -r library packages words; do
        printf '%s\n' "$absent" | grep -qxF "${library:-no library}" || continue
        missing_packages="$missing_packages $packages"
        missing_words="$missing_words${missing_words:+, }$words ($library)"
    done <<EOF
$(wanted_libraries)
EOF
}

# Sets `known` to those of all the names above that this release has: one question, since each takes apt half a second.
ask_apt() {
    # shellcheck disable=SC2046  # the names are separate words
    known=$(apt-cache show --no-all-versions python3 python3.11 python3.12 python3.13 python3.14 python3-venv \
        python3.11-venv python3.12-venv python3.13-venv python3.14-venv \
        $(printf '%s' "$missing_packages" | tr ',' ' ') 2>/dev/null | sed -n 's/^Package: //p')
}
is_known() { printf '%s\n' "$known" | grep -qxF "$1"; }
all_known() { for name in "$@"; do is_known "$name" || return 1; done; }

# The first of a comma list of names that this release has. Without lists to ask, the release number must tell: the
# names that end in t64 came with Debian 13 and Ubuntu 24.04.
package_name() {
    for name in $(printf '%s' "$1" | tr ',' ' '); do
        if is_known "$name"; then printf '%s' "$name"; return; fi
    done
    release=$(sed -n 's/^VERSION_ID="\{0,1\}\([0-9]*\).*/\1/p' /etc/os-release 2>/dev/null)
    if { grep -q '^ID=debian' /etc/os-release && [ "${release:-99}" -lt 13 ]; } ||
        { grep -q '^ID=ubuntu' /etc/os-release && [ "${release:-99}" -lt 24 ]; }; then
        printf '%s' "${1##*,}"
    else
        printf '%s' "${1%%,*}"
    fi
}

python_packages() {
    if [ -z "$python" ]; then
        # Ubuntu 22.04's python3 is 3.10; its python3.11 lies beside it.
        for minor in 14 13 12 11; do
            if is_known "python3.$minor-venv"; then printf 'python3.%s python3.%s-venv' "$minor" "$minor"; return; fi
        done
        printf 'python3 python3-venv'
    elif ! whole_python "$python"; then
        own=$("$python" -c 'import sys; print("python3.%d-venv" % sys.version_info[1])')
        if is_known "$own"; then printf '%s' "$own"; else printf 'python3-venv'; fi
    fi
}

nothing_missing() { [ -n "$python" ] && whole_python "$python" && [ -z "$missing_packages" ]; }

# Sets `needed` to the names of packages to install, in this release's words.
find_needed() {
    find_python
    find_missing_libraries
    needed=''
    if nothing_missing; then return; fi
    command -v apt-get >/dev/null 2>&1 || return 0
    ask_apt
    needed=$(python_packages)
    for packages in $missing_packages; do needed="$needed $(package_name "$packages")"; done
    needed=$(printf '%s' "$needed" | sed 's/^ *//; s/ *$//')
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        env DEBIAN_FRONTEND=noninteractive "$@"
    else
        sudo -n env DEBIAN_FRONTEND=noninteractive "$@"
    fi
}

may_install() { [ "$(id -u)" = 0 ] || sudo -n env DEBIAN_FRONTEND=noninteractive true >/dev/null 2>&1; }

one_command() {
    command="apt-get update && apt-get install -y --no-install-recommends $needed"
    if [ "$(id -u)" = 0 ]; then
        printf '%s' "$command"
    elif command -v sudo >/dev/null 2>&1; then
        printf 'sudo sh -c "%s"' "$command"
    else
        printf 'su -c "%s"' "$command"
    fi
}

install_with_apt() {
    say "installing system packages: $needed"
    # shellcheck disable=SC2086  # the names are separate words
    if ! all_known $needed; then
        as_root apt-get update >>"$log" 2>&1 || return 1
        find_needed # names that only the fresh lists know
    fi
    # shellcheck disable=SC2086
    as_root apt-get install -y --no-install-recommends $needed >>"$log" 2>&1 && return
    # Lists from another day name files that are gone by now.
    as_root apt-get update >>"$log" 2>&1 || return 1
    # shellcheck disable=SC2086
    as_root apt-get install -y --no-install-recommends $needed >>"$log" 2>&1
}

# Ends with what to do, from what find_needed found last.
refuse() {
    if [ -n "$needed" ]; then
        fail "$1
Run this one command, then make again:

    $(one_command)
"
    fi
    { [ -n "$python" ] && whole_python "$python"; } ||
        missing_words="Python 3.11 to 3.14 with its venv module${missing_words:+, $missing_words}"
    fail "this system lacks: $missing_words.
Install these with your system's package manager, then make again."
}

prepare_system() {
    find_needed
    if nothing_missing; then return; fi
    [ -n "$needed" ] || refuse ''
    may_install || refuse 'some system packages are missing, and this user may not install them here without being asked.'
    install_with_apt || refuse "installing the system packages failed; $log says why."
    find_needed
    if nothing_missing; then return; fi
    [ -n "$python" ] ||
        fail 'this release has no Python between 3.11 and 3.14; name one with make setup PYTHON=/path/to/python3.'
    refuse 'some system packages are still missing.'
}

prepare_venv() {
    if [ -x "$venv/bin/python" ] && usable_python "$venv/bin/python" && "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
        return
    fi
    find_python
    say "making $venv with $("$python" -V)"
    "$python" -m venv --clear "$venv"
}

pip() { "$venv/bin/python" -m pip --disable-pip-version-check --no-input "$@"; }

install_locked() {
    stamped lock "$wanted_lock" && return
    say 'installing the locked dependencies (about 130 MB the first time)'
    # Wheels only: nothing here needs a compiler, and no package's own script runs.
    pip install --quiet --require-hashes --only-binary :all: -r "$lock" ||
        fail 'pip could not install the locked dependencies; its words are above.'
    stamp lock "$wanted_lock"
    rm -f "$venv/.setup-project"
}

install_ourselves() {
    stamped project "$wanted_project" && return
    pip install --quiet --no-build-isolation --no-deps --editable . ||
        fail 'pip could not install the program itself; its words are above.'
    stamp project "$wanted_project"
}

# The last word: Qt itself starts off-screen, and the plug-ins for the displays at hand can be loaded.
check_qt() {
    libraries_known && return
    plugins=''
    case $displays in *x11*) plugins=libqxcb.so ;; esac
    case $displays in *wayland*) plugins="$plugins libqwayland.so" ;; esac
    # shellcheck disable=SC2086  # the names are separate words
    if ! QT_QPA_PLATFORM=offscreen "$venv/bin/python" -c '
import ctypes, pathlib, sys
import PySide6
from PySide6.QtWidgets import QApplication
QApplication([])
for name in sys.argv[1:]:
    ctypes.CDLL(str(pathlib.Path(PySide6.__file__).parent / "Qt/plugins/platforms" / name))
' $plugins >>"$log" 2>&1; then
        tail -n 1 "$log" >&2
        fail 'Qt does not start: the library that the line above names is missing from this system.'
    fi
    stamp libraries "$displays"
}

mkdir -p build
: >"$log"
if ! { libraries_known && whole_venv; }; then prepare_system; fi
prepare_venv
install_locked
install_ourselves
check_qt
say "ready: $venv/bin/congruence is the window, $venv/bin/congruence-cli the commands"
