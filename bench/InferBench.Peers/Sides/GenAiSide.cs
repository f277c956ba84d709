using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using InferBench.Core.Errors;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntimeGenAI;

namespace InferBench.Peers.Sides;

/// <summary>ONNX Runtime GenAI on the same file, through its own C# binding.</summary>
internal static class GenAiSide
{
    public static SideResult Run(SideRequest request)
    {
        // GenAI takes the ONNX Runtime that the process has loaded already, so that both sides run the same one.
        NativeLibrary.Load("onnxruntime", typeof(InferenceSession).Assembly, null);
        using var library = new OgaHandle();
        using var config = new Config(request.Folder);
        config.Overlay(Overlay(request));
        using var model = new Model(config);

        var prompt = request.Prompt.ToArray();
        List<long> starts = [];
        List<long[]> tokens = [];
        int[] ids = [];
        for (var generation = 0; generation <= request.Repeats; generation++)
        {
            var ticks = new long[request.Generated];
            var (start, generated) = Generate(model, prompt, ticks);
            ids = generated;
            if (generation > 0)
            {
                starts.Add(start);
                tokens.Add(ticks);
            }
        }

        return SideResult.Of(starts, tokens, ids, null);
    }

    /// <summary>Only the calls that a token needs are timed: making the generator, and reading the ids back, are not.</summary>
    private static (long Start, int[] Ids) Generate(Model model, int[] prompt, long[] ticks)
    {
        using var options = new GeneratorParams(model);
        options.SetSearchOption("max_length", prompt.Length + ticks.Length);
        options.SetSearchOption("do_sample", false);
        using var generator = new Generator(model, options);

        var start = Stopwatch.GetTimestamp();
        generator.AppendTokens(prompt);
        for (var step = 0; step < ticks.Length; step++)
        {
            generator.GenerateNextToken();
            ticks[step] = Stopwatch.GetTimestamp();
        }

        var ids = generator.GetSequence(0)[prompt.Length..].ToArray();
        return ids.Length == ticks.Length
            ? (start, ids)
            : throw new BadInputException($"GenAI generated {ids.Length} of {ticks.Length} tokens");
    }

    /// <summary>Its own default is half of the cores; and it stops at an end token, which InferBench does not.</summary>
    private static string Overlay(SideRequest request) => new JsonObject
    {
        ["model"] = new JsonObject
        {
            ["eos_token_id"] = request.EndToken,
            ["decoder"] = new JsonObject
            {
                ["session_options"] = new JsonObject { ["intra_op_num_threads"] = request.Threads, ["inter_op_num_threads"] = 1 },
            },
        },
    }.ToJsonString();
}
