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
        ["doctor"] =
        [
            "inferbench doctor",
            "inferbench doctor --json",
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
        ["schema"] =
        [
            "inferbench schema plan > plan.schema.json",
            "inferbench schema run",
        ],
    };

    /// <returns>None where the command is not known here.</returns>
    public static IReadOnlyList<string> Of(Command command) => All.GetValueOrDefault(CommandPath.Of(command), []);
}
