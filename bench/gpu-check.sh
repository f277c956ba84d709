#!/bin/sh
# sh gpu-check.sh [--cpu] [--dry-run] [--out FOLDER] [--minutes N]
#
# Everything worth measuring on a borrowed GPU, within N minutes (default 8), into one folder of at most 16 MiB. Needs sh and coreutils,
# and inferbench: beside this script in a bundle, or ../run-bench.sh in a checkout. INFERBENCH names another one.
#
#   --cpu      the same steps on the processor with a tiny model: tries this script where there is no GPU
#   --dry-run  says what would run, with the time limit of each step, and runs nothing
#
# A step that fails or takes too long costs that step: its log is kept and the next one runs. Exit code 1 where any step failed.
set -u

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
if [ -n "${INFERBENCH-}" ]; then
    program=$INFERBENCH
elif [ -f "$here/inferbench" ]; then
    program="$here/inferbench"
else
    program="$here/../run-bench.sh"
fi

stop() {
    echo "gpu-check: $1" >&2
    exit 2
}

provider=cuda dry='' out='' minutes=8
while [ $# -gt 0 ]; do
    case $1 in
        --cpu) provider=cpu ;;
        --dry-run) dry=1 ;;
        --out) [ $# -gt 1 ] || stop "--out needs a folder"; out=$2; shift ;;
        --minutes) [ $# -gt 1 ] || stop "--minutes needs a number"; minutes=$2; shift ;;
        *) stop "'$1' is not known; use --cpu, --dry-run, --out FOLDER or --minutes N" ;;
    esac
    shift
done
case $minutes in
    '' | *[!0-9]* | 0*) stop "--minutes '$minutes' is no whole number above 0" ;;
esac
[ -f "$program" ] || stop "there is no inferbench at $program"

if [ "$provider" = cuda ]; then
    beside=cpu,cuda graph=on half=bf16 tiny=fp32,fp16,bf16,int8,int4 replayed=fp16,bf16,int8,int4 model=llama-1b sweep=fp16,int8,int4 batches=1-256*4 prompt=128 gen=64 seconds=3 ceiling=10 load=fp16 rate=20 duration=10s widest=64 shares=--ceilings few=1,64
else
    beside=cpu graph=auto half=int8 tiny=fp32,int4 replayed=fp32 model=llama-tiny sweep=fp32,int4 batches=1 prompt=16 gen=8 seconds=0.2 ceiling=1 load=fp32 rate=50 duration=1s widest=2 shares= few=1
fi

: "${out:=gpu-check-$(date -u +%Y%m%d-%H%M%S)}"
if [ -z "$dry" ]; then
    [ ! -e "$out" ] || stop "$out is already there; name another folder"
    mkdir -p "$out/logs" || exit 2
    out=$(CDPATH='' cd -- "$out" && pwd)
    summary="$out/summary.txt"
else
    out=OUT summary=/dev/stdout
fi
began=$(date +%s)
# A step that does not heed its signal is killed 15 seconds later, and the summary takes a moment.
deadline=$((began + minutes * 60 - 20))
count=0 failed=0 asked=0

say() { printf '%s\n' "$*"; [ -n "$dry" ] || printf '%s\n' "$*" >>"$summary"; }

# step NAME LIMIT ARGUMENTS...   runs inferbench for at most LIMIT seconds. Ctrl+C's signal first: a sweep then keeps what it has measured.
step() {
    name=$1 limit=$2
    shift 2
    count=$((count + 1)) asked=$((asked + limit))
    if [ -n "$dry" ]; then
        say "$(printf '%2d  %-16s %4d s  inferbench %s' "$count" "$name" "$limit" "$*")"
        return 0
    fi

    now=$(date +%s)
    left=$((deadline - now))
    if [ "$left" -lt 5 ]; then
        failed=$((failed + 1))
        say "$(printf '%-16s not run: the %s minutes are over' "$name" "$minutes")"
        return 0
    fi
    [ "$limit" -le "$left" ] || limit=$left
    log="$out/logs/$(printf '%02d' "$count")-$name.log"
    timeout --signal=INT --kill-after=15 "$limit" sh "$program" "$@" >"$log" 2>&1 </dev/null
    code=$?
    took=$(($(date +%s) - now))
    case $code in
        0) verdict=done ;;
        1) [ "$1" = load ] && verdict="done; not valid by LoadGen's rules" code=0 || { verdict="done, and something in it failed" failed=$((failed + 1)); } ;;
        124 | 137) verdict="stopped after its $limit s" failed=$((failed + 1)) ;;
        *) verdict="failed with exit code $code" failed=$((failed + 1)) ;;
    esac
    say "$(printf '%-16s %4d s  %s' "$name" "$took" "$verdict")"
    [ "$code" -eq 0 ] || say "    $(tail -n 1 "$log")"
}

# newest   the folder of the run that a step wrote last, or nothing: their names begin with the time
newest() {
    last=
    for folder in "$out"/results/*/; do
        [ -f "$folder/run.json" ] && last=$folder
    done
    printf '%s' "$last"
}

# versus NAME BASE   holds the newest run against another: the same cells, one thing different
versus() {
    other=$(newest)
    if [ -n "$dry" ] || { [ -n "$2" ] && [ "$other" != "$2" ]; }; then
        step "$1" 10 compare "${2:-SWEEP}" "${other:-NEWEST}" --unverified
    fi
}

say "InferBench GPU check: provider $provider, model $model, at most $minutes minutes"

# What is here, and whether a session can be made; else one line says what is missing.
step doctor 15 doctor
step doctor-json 15 doctor --json
# The provider's first test, beside the CPU: a worker refuses a model whose cache does not grow as it should, whose steps give other logits than one
# long pass, or whose graph selects other ids than its logits say. Both providers' ids are in run.json.
step small 60 run --model llama-tiny --precision "$tiny" --provider "$beside" --batch 1,2 --prompt 16 --gen 32 --seconds 0.2 --results "$out/results"
# Fails, and says why, where decode steps cannot be captured as a CUDA graph or compute something else when they are replayed.
step small-graph 35 run --model llama-tiny --precision "$replayed" --provider "$provider" --cuda-graph "$graph" --batch 1,2 --prompt 16 --gen 32 --seconds 0.2 \
    --results "$out/results"
step ceilings 40 ceilings --provider "$provider" --seconds "$ceiling"
step build 65 models build "$model" --precision "$sweep" --provider "$provider"
# Shares of the ceilings, placement of every operator and the sensors of each cell are in its run.json.
step sweep 145 run --model "$model" --precision "$sweep" --provider "$provider" --batch "$batches" --prompt "$prompt" --gen "$gen" \
    --seconds "$seconds" $shares --results "$out/results"
swept=$(newest)
step single-stream 30 load --model "$model" --precision "$load" --provider "$provider" --scenario single-stream --prompt "$prompt" --gen "$gen" \
    --min-duration "$duration" --min-queries 30 --results "$out/results"
step server 30 load --model "$model" --precision "$load" --provider "$provider" --scenario server --percentile 95 --qps "$rate" --max-batch "$widest" --prompt "$prompt" \
    --gen "$gen" --min-duration "$duration" --min-queries 30 --results "$out/results"
step offline 30 load --model "$model" --precision "$load" --provider "$provider" --scenario offline --max-batch "$widest" --prompt "$prompt" --gen "$gen" \
    --min-duration "$duration" --min-queries 64 --results "$out/results"

# What it gains that steps are replayed as a CUDA graph: the same cells with kernels launched one by one.
step eager 30 run --model "$model" --precision "$load" --provider "$provider" --cuda-graph off --batch "$few" --prompt "$prompt" --gen "$gen" \
    --seconds "$seconds" --results "$out/results"
versus graph-gain "$swept"
# What it gains that ids are selected on the device: the same cells with logits that come to the host.
step host-selection 30 run --model "$model" --precision "$load" --provider "$provider" --selection host --batch "$few" --prompt "$prompt" --gen "$gen" \
    --seconds "$seconds" --results "$out/results"
versus selection-gain "$swept"
# The other 16-bit format: the same bytes, other kernels.
step other-half 50 run --model "$model" --precision "$half" --provider "$provider" --batch "$few" --prompt "$prompt" --gen "$gen" \
    --seconds "$seconds" --results "$out/results"

# TensorRT beside CUDA, small because it builds its engines first.
found=$(cat "$out"/logs/01-doctor.log 2>/dev/null)
case $found in
    *"provider tensorrt: can run"*)
        step tensorrt 60 run --model llama-15m --precision fp16 --provider cuda,tensorrt --batch 1,8 --prompt 64 --gen 16 --seconds 0.5 --results "$out/results"
        ;;
esac

if [ -n "$dry" ]; then
    say "TensorRT is tried too where doctor says that it can run"
    say "all limits together: $asked s; steps that begin when the $minutes minutes are over are not run"
    exit 0
fi

# What the steps found, where a person looks first.
for log in "$out"/logs/*-doctor.log "$out"/logs/*-ceilings.log "$out"/logs/*-sweep.log "$out"/logs/*-server.log "$out"/logs/*-gain.log; do
    [ -f "$log" ] || continue
    say ""
    say "== $(basename "$log" .log)"
    tail -n 60 "$log" | cut -c 1-400 >>"$summary"
done
say ""
say "$count steps, $failed of them not done, $(($(date +%s) - began)) s"

# A journal repeats run.json row by row: where the folder is too large to carry away, journals go first.
size=$(du -sk "$out" | cut -f 1)
if [ "$size" -gt 16000 ]; then
    rm -f "$out"/results/*/journal.jsonl
    size=$(du -sk "$out" | cut -f 1)
    say "journals were left out, as the folder was larger than 16 MiB"
fi
say "results: $out ($size KiB)"
[ "$failed" -eq 0 ]
