#!/bin/sh
# sh unpack.sh [FOLDER]   checks every part against SHA256SUMS, then unpacks into FOLDER (default: inferbench in the current folder).
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
into=${1-inferbench}

stop() {
    echo "unpack: $2" >&2
    exit "$1"
}

for need in sha256sum tar gzip; do
    command -v "$need" >/dev/null 2>&1 || stop 2 "$need is not on the PATH"
done
[ -f "$here/SHA256SUMS" ] || stop 2 "SHA256SUMS is missing beside unpack.sh"
[ ! -e "$into" ] || stop 2 "$into is already there; name another folder"

(cd "$here" && sha256sum --check --quiet --strict SHA256SUMS) || stop 1 "a part is missing or damaged; copy it here again"

mkdir -p "$into"
while read -r _ part; do
    cat "$here/$part"
done <"$here/SHA256SUMS" | gzip -dc | tar -xf - -C "$into" || {
    rm -rf "$into"
    stop 1 "the archive could not be unpacked (is the disk full?)"
}
echo "unpacked into $into; try $into/inferbench doctor"
