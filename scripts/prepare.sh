# Sets up what the program needs, in .venv and on the system; sourced by run, test and check.
#
#   . scripts/prepare.sh; prepare run      (or: prepare test)
#
# A finished set-up leaves a stamp that names everything it was made from, so a later start costs
# one checksum. Nothing here writes to stdout: that belongs to the program.

venv=.venv
log=build/setup.log
unfinished=build/setup-unfinished # stands while a virtual environment is being filled
oldest=11                         # Python 3.11

say() {
    printf 'dictate: %s\n' "$*" >&2
}

give_up() {
    say "$*"
    exit 1
}

package_lists() {
    echo packaging/debian-packages.txt
    [ "$1" = run ] || echo packaging/debian-packages-test.txt
}

pin_lists() {
    echo packaging/constraints.txt
    [ "$1" = run ] || echo packaging/constraints-dev.txt
}

# A moved checkout, an edited list or another set-up script: each makes the stamp stale.
# The word lists are split on purpose here and below.
# shellcheck disable=SC2046,SC2086
stamp_text() {
    printf '%s\n' "$PWD" |
        cat - pyproject.toml scripts/prepare.sh $(package_lists "$1") $(pin_lists "$1") | cksum
}

# is_ready run|test [python]: all of it, or only the part in .venv.
is_ready() {
    stamp=$venv/.ready-$1${2:+-$2}
    [ ! -e "$unfinished" ] && [ -x "$venv/bin/dictate" ] && [ -f "$stamp" ] &&
        [ "$(cat "$stamp")" = "$(stamp_text "$1")" ]
}

mark_ready() {
    stamp=$venv/.ready-$1${2:+-$2}
    stamp_text "$1" >"$stamp.new"
    mv "$stamp.new" "$stamp"
}

# -- the system's packages -----------------------------------------------------------------------

missing_packages() {
    for package in "$@"; do
        case $(dpkg-query -W -f '${db:Status-Abbrev}' "$package" 2>/dev/null) in
            ?i*) ;;
            *) printf '%s ' "$package" ;;
        esac
    done
}

has_terminal() {
    [ -t 0 ] && [ -t 2 ]
}

may_use_apt() {
    command -v apt-get >/dev/null 2>&1 || return 1
    [ "$(id -u)" -ne 0 ] || return 0
    command -v sudo >/dev/null 2>&1 || return 1
    # Without a terminal sudo must not ask for a password: nobody would see the question.
    if has_terminal; then sudo -v >&2; else sudo -n true 2>/dev/null; fi
}

# shellcheck disable=SC2086
apt() {
    as_root=
    [ "$(id -u)" -eq 0 ] || as_root='sudo -n'
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -y -q -o DPkg::Lock::Timeout=300 "$@" \
        >>"$log" 2>&1 </dev/null
}

# Installs the packages named; fails when some are still missing afterwards.
# shellcheck disable=SC2086
install_packages() {
    if ! command -v dpkg-query >/dev/null 2>&1; then
        say "no Debian or Ubuntu here; if something is missing, install what these are called on it: $*"
        return 0
    fi
    missing=$(missing_packages "$@")
    [ -n "$missing" ] || return 0
    if ! may_use_apt; then
        say "no right to install system packages; going on without. Missing: sudo apt-get install $missing"
        return 1
    fi
    say "installing system packages: $missing"
    apt update || true # yesterday's lists do when the network does not
    apt install --no-install-recommends $missing && return 0
    # A name this release does not know must not keep the others away.
    for package in $missing; do
        apt install --no-install-recommends "$package" || true
    done
    missing=$(missing_packages "$@")
    [ -n "$missing" ] || return 0
    say "going on without system packages that could not be installed: $missing(see $log)"
    return 1
}

# shellcheck disable=SC2046
prepare_system() {
    install_packages $(sed 's/#.*//' $(package_lists "$1"))
}

# -- Python --------------------------------------------------------------------------------------

find_python() {
    for candidate in python3.13 python3.12 python3.11 python3; do
        # A name alone proves nothing: version switchers put names in the path that only complain.
        if "$candidate" -c "import sys; sys.exit(sys.version_info < (3, $oldest))" >/dev/null 2>&1; then
            echo "$candidate"
            return 0
        fi
    done
    return 1
}

choose_python() {
    python=$(find_python) && return 0
    if ! command -v python3 >/dev/null 2>&1; then
        install_packages python3 python3-venv || true
        python=$(find_python) && return 0
    fi
    give_up "Python 3.$oldest or later is needed and none is here; install python3.13, python3.12 or python3.11."
}

make_venv() {
    choose_python
    if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
        version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        install_packages "python$version-venv" || true
    fi
    : >"$unfinished"
    "$python" -m venv --clear "$venv" >>"$log" 2>&1 ||
        give_up "the virtual environment could not be made; the reason stands at the end of $log."
    pwd >"$venv/.made-in"
}

# Torn by a kill, broken by an upgrade of Python, or moved (its scripts name the folder).
needs_venv() {
    [ -e "$unfinished" ] || ! "$venv/bin/python" -m pip --version >/dev/null 2>&1 ||
        { [ -f "$venv/.made-in" ] && [ "$(cat "$venv/.made-in")" != "$(pwd)" ]; }
}

pip() {
    "$venv/bin/python" -m pip --disable-pip-version-check --no-input "$@" >>"$log" 2>&1 </dev/null
}

# The lists name every package, so pip needs to find out nothing by itself (--no-deps). That also
# leaves out evdev, which only pynput's uinput backend wants and which needs a compiler.
# shellcheck disable=SC2046
prepare_python() {
    ! needs_venv || make_venv
    : >"$unfinished"
    say "installing Python packages (once, a few minutes at most)"
    failed=no
    pip install --no-deps $(pin_lists "$1" | sed 's/^/-r /') &&
        pip install --no-deps --no-build-isolation --editable . || failed=yes
    rm -f "$unfinished" # a failure leaves whole packages, only a kill leaves torn ones
    [ "$failed" = no ] ||
        give_up "Python packages could not be installed; the reason stands at the end of $log. Is the network there?"
}

# -- all of it -----------------------------------------------------------------------------------

prepare() {
    is_ready "$1" && return 0
    mkdir -p build || give_up "cannot write to $PWD."
    # Two first starts at once wait for each other; the lock goes with the subshell.
    (
        command -v flock >/dev/null 2>&1 && flock 9
        is_ready "$1" && exit 0
        : >"$log"
        complete=yes
        prepare_system "$1" || complete=no
        if ! is_ready "$1" python; then
            prepare_python "$1"
            mark_ready "$1" python
        fi
        # Without the system's packages the next start tries again.
        [ "$complete" = no ] || for kind in run "$1"; do mark_ready "$kind"; done
    ) 9<. || exit 1
}
