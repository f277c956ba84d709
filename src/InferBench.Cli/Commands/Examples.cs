using System.CommandLine;

namespace InferBench.Cli.Commands;

/// <summary>Command lines to start from, for the help of each command.</summary>
internal static class Examples
{
    private static readonly Dictionary<string, IReadOnlyList<string>> All = new(StringComparer.Ordinal)
    {
        [""] =
        [
            "inferbench doctor",
            "inferbench run",
            "inferbench models list",
        ],
        ["run"] =
        [
            "inferbench run",
            "inferbench run --model llama-110m --batch 1,2,4-32*2 --precision fp32,int8,int4 --prompt 128 --gen 64",
            "inferbench run --model path/to/folder-with-model.onnx --batch 1-8*2 --usd-per-hour 0.192",
            "inferbench run --model path/to/fp32-folder --precision fp32,int8,int4 --text text.txt --prompt-text text.txt",
            "inferbench run --model path/to/encoder --batch 1-8*2 --prompt 32,128",
            "inferbench run --model path/to/audio.onnx --dim sequence=512 --input sr=:const,v=16000",
            "inferbench run --plan plan.json --results results",
            "inferbench run --resume results/20261120-101500-llama-110m",
        ],
        ["quality"] =
        [
            "inferbench quality --model path/to/int4-folder --reference path/to/fp32-folder --text text.txt",
            "inferbench quality --model llama-15m:int4 --reference llama-15m:fp32",
            "inferbench quality --model path/to/model.onnx --text text.txt --json",
        ],
        ["ceilings"] =
        [
            "inferbench ceilings",
            "inferbench ceilings --threads 1 --seconds 20",
            "inferbench ceilings --provider cuda --json",
        ],
        ["verify"] =
        [
            "inferbench verify results/20261120-101500-llama-110m",
            "inferbench verify run.json --json",
        ],
        ["compare"] =
        [
            "inferbench compare results/20261113-090000-llama-110m results/20261120-101500-llama-110m --max-regression 3%",
            "inferbench compare --by machine results/20261120-101500-llama-1b results/20261120-113000-llama-1b --out comparison",
            "inferbench compare --by precision results/20261120-101500-llama-110m --json",
        ],
        ["reproduce"] =
        [
            "inferbench reproduce results/20261120-131919-llama-110m",
            "inferbench reproduce results/20261120-131919-llama-110m --precision int8-dyn-chan --batch 1,4 --launches 5",
            "inferbench reproduce path/to/run --model path/to/folder-with-model.onnx --json",
        ],
        ["export"] =
        [
            "inferbench export results/20261120-131919-llama-110m results/20261120-152500-llama-1b --sqlite runs.db",
        ],
        ["results"] =
        [
            "inferbench results index",
        ],
        ["results index"] =
        [
            "inferbench results index",
            "inferbench results index results --check",
            "inferbench results index results --run 20261120-131919-llama-110m",
        ],
        ["report"] =
        [
            "inferbench report results/20261120-101500-llama-110m",
            "inferbench report results/20261120-101500-llama-110m --min-speed 20 --max-loss 3 --out answer.html",
            "inferbench report results/* --out report",
        ],
        ["cost"] =
        [
            "inferbench cost results/20261120-101500-llama-110m",
            "inferbench cost results/20261120-101500-llama-110m --usd-per-hour 0.192 --utilization 0.4 --min-speed 20 --ttft 2s",
            "inferbench cost run.json --own price=30000,residual=0.1,months=48,kw=1,kwh=0.146,pue=1.3 --utilization 0.25 --against all",
            "inferbench cost run.json --against openai/gpt-6-luna,anthropic/claude-sonnet-5.5 --input-output 3 --cache-hit 0.3 --json",
        ],
        ["reprice"] =
        [
            "inferbench reprice results/20261120-101500-llama-110m --usd-per-hour 0.192 --price-source 'c7a.large on demand' --out results/repriced",
        ],
        ["load"] =
        [
            "inferbench load --model llama-tiny --scenario single-stream",
            "inferbench load --model llama-15m --precision int8 --scenario server --qps 50 --ttft 500ms --tpot 20ms",
            "inferbench load --model path/to/encoder --scenario server --qps 200 --target-latency 15ms --max-batch 16 --max-wait 2ms",
            "inferbench load --model llama-15m --scenario server --search --percentile 95 --json",
            "inferbench load --model llama-15m --scenario offline --max-batch 32 --min-duration 1m",
        ],
        ["score"] =
        [
            "inferbench score samples.json",
            "inferbench score --scenario Server samples.json --json",
            "inferbench score results/20261120-101500-llama-15m-server/scenario.json",
        ],
        ["catalog"] =
        [
            "inferbench catalog list",
            "inferbench catalog show h100",
            "inferbench catalog check --catalog prices.json",
        ],
        ["claim"] =
        [
            "inferbench claim",
            "inferbench claim 90-percent-less-self-hosted --utilization 0.4",
            "inferbench claim all --as-of 2026-11-20 --json",
            "inferbench claim self-hosting-is-cheaper --results results/20261120-101500-llama-110m",
        ],
        ["catalog list"] =
        [
            "inferbench catalog list hardware",
            "inferbench catalog list cloud --provider runpod",
            "inferbench catalog list api --as-of 2027-01-01 --json",
        ],
        ["catalog show"] =
        [
            "inferbench catalog show nvidia-h100-sxm-80",
            "inferbench catalog show openai/gpt-6.1-terra --json",
            "inferbench catalog show rejected",
        ],
        ["catalog check"] =
        [
            "inferbench catalog check",
            "inferbench catalog check --catalog prices.json --json",
        ],
        ["doctor"] =
        [
            "inferbench doctor",
            "inferbench doctor --json",
            "inferbench doctor --add-providers microsoft.ml.onnxruntime.gpu.linux.1.31.0.nupkg",
        ],
        ["bundle"] =
        [
            "inferbench bundle --model llama-15m",
            "inferbench bundle --cuda --split 56M --out gpu-bundle",
            "inferbench bundle --model path/to/folder-with-model.onnx llama-110m:int4 --json",
        ],
        ["models"] =
        [
            "inferbench models list",
            "inferbench models pull onnx-community/Llama-3.2-1B-Instruct-ONNX --list",
            "inferbench models build llama-110m --precision int4",
            "inferbench models check path/to/folder-with-model.onnx",
        ],
        ["models pull"] =
        [
            "inferbench models pull onnx-community/Llama-3.2-1B-Instruct-ONNX --list",
            "inferbench models pull onnx-community/Llama-3.2-1B-Instruct-ONNX --file model_q4.onnx",
            "inferbench models pull org/name@refs/pr/1 --offline",
        ],
        ["models quantize"] =
        [
            "inferbench models quantize path/to/folder-with-model.onnx --to int4",
            "inferbench models quantize path/to/model.onnx --scheme int4-hqq-b32-asym --out folder",
            "inferbench models quantize path/to/model.onnx --to fp16",
        ],
        ["models check"] =
        [
            "inferbench models check path/to/folder-with-model.onnx",
            "inferbench models check path/to/model.onnx --reference reference.json",
            "inferbench models check path/to/model.onnx --dim sequence=512 --input audio=1x512:zeros",
        ],
        ["models tokenize"] =
        [
            "inferbench models tokenize path/to/folder --text 'Once upon a time'",
            "inferbench models tokenize path/to/tokenizer.json --file text.txt --json",
        ],
        ["models list"] =
        [
            "inferbench models list",
            "inferbench models list --json",
        ],
        ["models build"] =
        [
            "inferbench models build llama-110m",
            "inferbench models build llama-1b --precision int4-rtn-b64-sym --layers 4 --folder models",
            "inferbench models build llama-tiny --layout optimum --seed 7",
        ],
        ["models inspect"] =
        [
            "inferbench models inspect path/to/model.onnx",
            "inferbench models inspect path/to/folder-with-model.onnx --json",
        ],
        ["fit"] =
        [
            "inferbench fit --model llama-3.1-8b --precision int4 --device nvidia-rtx-4090-24 --context 8192 --concurrency 16",
            "inferbench fit --model deepseek-v3 --precision fp8 --kv-cache fp8 --device nvidia-h200-sxm-141 --context 32768 --concurrency 64",
            "inferbench fit --results results/20261120-101500-llama-110m --precision int4 --memory 8 --context 1024 --concurrency 64",
        ],
        ["size"] =
        [
            "inferbench size --results results/20261120-101500-llama-110m --demand trace.csv --slo 'ttft<2s,tpot<50ms'",
            "inferbench size --results results/20261120-101500-llama-110m --users 200 --requests-per-user-hour 20 --tokens-per-user 2500,1200 --slo 'tpot<30ms' --percentile 50",
            "inferbench size --results results/on-cpu results/on-gpu --usd-per-hour 0.10,3.99 --demand trace.csv --json",
        ],
        ["project"] =
        [
            "inferbench project results/20261120-101500-llama-110m --to nvidia-h100-sxm-80",
            "inferbench project results/here --check results/there",
            "inferbench project results/here --to nvidia-rtx-4090-24 --check results/on-a-4090 --json",
        ],
        ["schema"] =
        [
            "inferbench schema plan > plan.schema.json",
            "inferbench schema run",
            "inferbench schema catalog > catalog.schema.json",
        ],
    };

    /// <returns>None where the command is not known here.</returns>
    public static IReadOnlyList<string> Of(Command command) => All.GetValueOrDefault(CommandPath.Of(command), []);
}
