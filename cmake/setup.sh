#!/bin/sh
# Installs what the build needs and the machine lacks, through the system's package manager.
#   cmake/setup.sh [PACKAGE...]    PACKAGE: wanted beside the list below
set -eu

# package                    why
packages='
g++                          the compiler
cmake                        the build, 3.25 or newer
ninja-build                  runs it
ccache                       makes the second build short
pkg-config                   finds the libraries that bring no CMake file
libboost1.81-dev             Spirit X3, the grammars of notes (1.74, the default, cannot read Unicode); flat hash tables
libboost-json1.81-dev        JSON
libpugixml-dev               XML
libyaml-dev                  YAML
libtomlplusplus-dev          fonds.toml
libutf8proc-dev              Unicode: case, normalisation, classes
libicu-dev                   sorting by the rules of a language
libminizip-dev               DOCX and ODT
zlib1g-dev                   what minizip stands on
libgumbo-dev                 HTML
libcli11-dev                 the command line
catch2                       the tests
librapidcheck-dev            property tests
'
names=$(printf '%s\n' "$packages" | awk 'NF { print $1 }')
for name in "$@"; do
    names="$names $name"
    packages="$packages$name  asked for by this target
"
done

if ! command -v dpkg-query >/dev/null 2>&1; then
    echo "setup: no Debian package manager here; these libraries must be installed by other means:" >&2
    printf '%s\n' "$packages" >&2
    exit 0
fi

missing=
for name in $names; do
    dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || missing="$missing $name"
done
[ -n "$missing" ] || exit 0

echo "setup: the build needs packages that this machine lacks:"
for name in $missing; do printf '%s\n' "$packages" | grep "^$name " | sed 's/^/  /'; done
sudo=
if [ "$(id -u)" != 0 ]; then
    if command -v sudo >/dev/null 2>&1; then
        sudo=sudo
    else
        echo "setup: may not install them (not root, no sudo). Ask the administrator for:" >&2
        echo "  apt-get install$missing" >&2
        exit 1
    fi
fi
export DEBIAN_FRONTEND=noninteractive
$sudo apt-get update -qq || echo "setup: the package lists could not be refreshed; trying with the old ones" >&2
# shellcheck disable=SC2086
$sudo apt-get install -y -qq --no-install-recommends $missing >/dev/null || {
    echo "setup: installing failed. By hand:  apt-get install$missing" >&2
    exit 1
}
