#!/bin/sh
# Starts InferBench on the .NET runtime of this bundle; nothing of the host is needed but glibc and libstdc++.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$(readlink -f -- "$0")")" && pwd)

# Whether the host has a library of its own where its loader looks.
has() {
    for file in /lib/x86_64-linux-gnu/$1 /usr/lib/x86_64-linux-gnu/$1 /lib64/$1 /usr/lib64/$1 /usr/lib/$1 /usr/local/lib/$1; do
        [ ! -e "$file" ] || return 0
    done
    return 1
}

# Lends the bundle's library: last on the path, so that nothing of the host is hidden by it.
lend() {
    [ -d "$root/fallback/$1" ] || return 0
    LD_LIBRARY_PATH="${LD_LIBRARY_PATH:+$LD_LIBRARY_PATH:}$root/fallback/$1"
    export LD_LIBRARY_PATH
}

has 'libicuuc.so.*' || lend icu
has 'libssl.so.3' || lend openssl

export DOTNET_ROOT="$root/dotnet"
export INFERBENCH_CACHE="${INFERBENCH_CACHE:-$root/models}"
exec "$root/dotnet/dotnet" "$root/app/inferbench.dll" "$@"
