# shellcheck shell=sh disable=SC2034
# Finds or installs what Caravana needs. Sourced by ./run and ./test.

say() { printf '%s\n' "$*" >&2; }

die() {
    say "$*"
    exit 2
}

# The major version of the Java at $1; nothing where it is no Java.
java_major() {
    "$1" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p;' | head -n 1
}

is_new_java() {
    [ -x "$1" ] || return 1
    major=$(java_major "$1")
    [ -n "$major" ] && [ "$major" -ge 17 ]
}

# install PACKAGE...: from Debian's packages, as root only.
install() {
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
        die "Missing: $*. Install it, or run this once as root on Debian or Ubuntu."
    fi
    say "Installing $* ..."
    export DEBIAN_FRONTEND=noninteractive
    if [ -z "${PACKAGES_UPDATED:-}" ]; then
        apt-get update -q >/dev/null
        PACKAGES_UPDATED=1
    fi
    apt-get install -y -q --no-install-recommends "$@" >/dev/null
}

# Sets JAVA to a Java 17 or newer. With the argument "jdk" it must hold a compiler too.
need_java() {
    for candidate in "${JAVA_HOME:-/nowhere}/bin/java" "$(command -v java || true)" /usr/lib/jvm/*/bin/java; do
        if is_new_java "$candidate" && { [ "${1:-}" != jdk ] || [ -x "$(dirname "$(readlink -f "$candidate")")/javac" ]; }; then
            JAVA=$candidate
            if [ "${1:-}" = jdk ]; then
                JAVA_HOME=$(dirname "$(dirname "$(readlink -f "$candidate")")")
                export JAVA_HOME
            fi
            return
        fi
    done
    [ -z "${JAVA_TRIED:-}" ] || die "No Java 17 or newer was found, and Debian's default-jdk-headless did not bring one."
    JAVA_TRIED=1
    install default-jdk-headless
    need_java "${1:-}"
}

need_maven() {
    command -v mvn >/dev/null 2>&1 || install maven
}

need_browser() {
    CHROMIUM=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || true)}
    if [ -z "$CHROMIUM" ]; then
        install chromium fonts-liberation
        CHROMIUM=$(command -v chromium)
    fi
    export CHROMIUM
}

need_postgis() {
    for control in /usr/lib/postgresql/*/share/extension/postgis.control /usr/share/postgresql/*/extension/postgis.control; do
        [ -f "$control" ] && return
    done
    # without this, Debian's package starts a server of its own that nobody asked for
    if [ "$(id -u)" = 0 ] && [ ! -e /etc/postgresql-common/createcluster.conf ]; then
        mkdir -p /etc/postgresql-common
        echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.conf
    fi
    install postgresql postgresql-postgis
}
