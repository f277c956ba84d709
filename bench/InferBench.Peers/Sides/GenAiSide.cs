using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using InferBench.Core.Errors;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntimeGenAI;

namespace InferBench.Peers.Sides;

/// <summary>ONNX Runtime GenAI on the same file, through its own C# binding.</summary>
internal sealed class GenAiSide : ISide
{
    private readonly OgaHandle _library;
    private readonly Model _model;
    private readonly SideRequest _request;
    private readonly int[] _prompt;
    private readonly long[] _ticks;

    public GenAiSide(SideRequest request)
    {
        // GenAI takes the ONNX Runtime that the process has loaded already, so that both sides run the same one.
        NativeLibrary.Load("onnxruntime", typeof(InferenceSession).Assembly, null);
        _library = new OgaHandle();
        _request = request;
        using var config = new Config(Path.GetDirectoryName(request.OnnxPath)!);
        config.Overlay(Overlay(request));
        _model = new Model(config);
        _prompt = [.. request.Prompt];
        _ticks = new long[request.Generated];
    }

    /// <summary>Only the calls that a token needs are timed: making the generator, and reading the ids back, are not.</summary>
    public Generation Generate()
    {
        using var options = new GeneratorParams(_model);
        options.SetSearchOption("max_length", _request.PromptLength + _ticks.Length);
        options.SetSearchOption("batch_size", _request.Batch);
        options.SetSearchOption("do_sample", false);
        using var generator = new Generator(_model, options);

        var start = Stopwatch.GetTimestamp();
        generator.AppendTokens(_prompt);
        for (var step = 0; step < _ticks.Length; step++)
        {
            generator.GenerateNextToken();
            _ticks[step] = Stopwatch.GetTimestamp();
        }

        List<int> ids = [];
        for (var row = 0; row < _request.Batch; row++)
        {
            ids.AddRange(generator.GetSequence((ulong)row)[_request.PromptLength..]);
        }

        return ids.Count == _request.Batch * _ticks.Length
            ? Generation.Of(start, _ticks, ids)
            : throw new BadInputException($"GenAI generated {ids.Count} of {_request.Batch * _ticks.Length} tokens");
    }

    public float[]? FirstLogits() => null;

    public void Dispose()
    {
        _model.Dispose();
        _library.Dispose();
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
