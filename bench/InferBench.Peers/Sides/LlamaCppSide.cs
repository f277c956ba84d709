using System.Diagnostics;
using System.Numerics.Tensors;
using InferBench.Core.Errors;
using LLama;
using LLama.Common;
using LLama.Native;

namespace InferBench.Peers.Sides;

/// <summary>
/// llama.cpp through LLamaSharp, on its batches of ids: what its own server does for each step, without a tokenizer and without sampling but for the
/// largest score. A cache for each sequence and a batch that takes all prompts at once, as serve it best; the rest are its own defaults, chosen by its
/// authors: cache in half precision, flash attention where it finds it useful, prompts computed in parts of 512.
/// </summary>
internal sealed class LlamaCppSide : ISide
{
    /// <summary>llama.cpp's own default of what is computed at once.</summary>
    private const int MicroBatch = 512;

    /// <summary>llama.cpp rounds the context of each sequence up to this.</summary>
    private const int ContextUnit = 256;

    private readonly LLamaWeights _weights;
    private readonly LLamaContext _context;
    private readonly LLamaBatch _tokens = new();
    private readonly SideRequest _request;
    private readonly int[] _ids;
    private readonly long[] _ticks;
    private float[]? _firstLogits;

    public LlamaCppSide(SideRequest request)
    {
        _request = request;
        NativeLibraryConfig.All.WithLogCallback((level, message) =>
        {
            if (level >= LLamaLogLevel.Error)
            {
                Console.Error.Write(message);
            }
        });
        var context = (request.PromptLength + request.Generated + ContextUnit - 1) / ContextUnit * ContextUnit;
        var parameters = new ModelParams(request.GgufPath!)
        {
            ContextSize = (uint)(request.Batch * context),
            SeqMax = (uint)request.Batch,
            KVUnified = false,
            BatchSize = (uint)Math.Max(MicroBatch, request.Prompt.Count),
            UBatchSize = MicroBatch,
            Threads = request.Threads,
            BatchThreads = request.Threads,
            GpuLayerCount = 0,
        };
        try
        {
            _weights = LLamaWeights.LoadFromFile(parameters);
            _context = _weights.CreateContext(parameters);
        }
        catch (Exception problem) when (problem is LLama.Exceptions.RuntimeError or DllNotFoundException or TypeInitializationException)
        {
            _weights?.Dispose();
            throw new BadInputException($"{request.GgufPath}: llama.cpp could not load it: {problem.Message}", problem);
        }

        _ids = new int[request.Batch * request.Generated];
        _ticks = new long[request.Generated];
    }

    public Generation Generate()
    {
        _context.NativeHandle.MemoryClear();
        var (batch, length, generated) = (_request.Batch, _request.PromptLength, _request.Generated);

        var start = Stopwatch.GetTimestamp();
        _tokens.Clear();
        for (var row = 0; row < batch; row++)
        {
            for (var i = 0; i < length; i++)
            {
                _tokens.Add(_request.Prompt[(row * length) + i], i, (LLamaSeqId)row, i == length - 1);
            }
        }

        Decode();
        for (var row = 0; row < batch; row++)
        {
            _ids[row * generated] = Largest((row * length) + length - 1);
        }

        _ticks[0] = Stopwatch.GetTimestamp();
        _firstLogits ??= _context.NativeHandle.GetLogitsIth(length - 1).ToArray();
        for (var step = 1; step < generated; step++)
        {
            _tokens.Clear();
            for (var row = 0; row < batch; row++)
            {
                _tokens.Add(_ids[(row * generated) + step - 1], length + step - 1, (LLamaSeqId)row, true);
            }

            Decode();
            for (var row = 0; row < batch; row++)
            {
                _ids[(row * generated) + step] = Largest(row);
            }

            _ticks[step] = Stopwatch.GetTimestamp();
        }

        return Generation.Of(start, _ticks, _ids);
    }

    public float[]? FirstLogits() => _firstLogits;

    public void Dispose()
    {
        _context.Dispose();
        _weights.Dispose();
    }

    private int Largest(int token) => TensorPrimitives.IndexOfMax((ReadOnlySpan<float>)_context.NativeHandle.GetLogitsIth(token));

    private void Decode()
    {
        if (_context.NativeHandle.Decode(_tokens) is var result && result != DecodeResult.Ok)
        {
            throw new BadInputException($"llama.cpp could not decode: {result}");
        }
    }
}
