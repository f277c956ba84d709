#!/bin/sh
# ./run-bench.sh            the default run: measures a decoder over batch sizes and precisions on this machine
# ./run-bench.sh test       every test
# ./run-bench.sh ARGS...    anything else of inferbench: ./run-bench.sh run --help, ./run-bench.sh doctor
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
log="$root/artifacts/build.log"
stamp="$root/artifacts/.built"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

command -v dotnet >/dev/null 2>&1 || {
    echo "run-bench: dotnet is not on the PATH; install the .NET 10 SDK" >&2
    exit 2
}

# Builds only when a source is newer than the last build, and says nothing when up to date.
up_to_date() {
    [ -f "$stamp" ] && [ -z "$(find "$root/src" "$root/bench" "$root/tests" "$root/InferBench.sln" "$root/global.json" \
        "$root/Directory.Build.props" "$root/Directory.Build.targets" "$root/Directory.Packages.props" -type f -newer "$stamp" -print | head -n 1)" ]
}

# Each cause once: projects that lack the same package say the same, apart from their own path before or behind it.
causes() {
    sed -n -E '/: (error|warning) /{
        s/^[[:space:]]+//
        s/ \[[^]]*\]$//
        s/^.*\.(csproj|sln)( ?:) //
        p
    }' "$log" | sort -u | head -n 40
}

build() {
    up_to_date && return 0
    mkdir -p "$root/artifacts"
    [ -f "$stamp" ] || echo "run-bench: first build, this takes a minute or two" >&2
    if ! dotnet build "$root/InferBench.sln" --nologo >"$log" 2>&1; then
        causes=$(causes)
        if [ -n "$causes" ]; then printf '%s\n' "$causes" >&2; else cat "$log" >&2; fi
        echo "run-bench: the build failed; the whole log is in artifacts/build.log" >&2
        exit 1
    fi
    touch "$stamp"
}

case "${1-}" in
    test)
        shift
        exec dotnet test "$root/InferBench.sln" --nologo "$@"
        ;;
    '')
        build
        exec dotnet "$root/artifacts/bin/InferBench.Cli/release/inferbench.dll" run --results "$root/results"
        ;;
    *)
        build
        exec dotnet "$root/artifacts/bin/InferBench.Cli/release/inferbench.dll" "$@"
        ;;
esac
