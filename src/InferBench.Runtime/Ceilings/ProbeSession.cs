using System.Diagnostics;
using InferBench.Runtime.Buffers;
using InferBench.Runtime.Providers;
using InferBench.Runtime.Sessions;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace InferBench.Runtime.Ceilings;

/// <summary>A small model with its tensors bound where the provider computes, so that a pass is the operators and nothing else.</summary>
internal sealed class ProbeSession : IDisposable
{
    private readonly LoadedModel _model;
    private readonly TensorArena _memory;
    private readonly OrtIoBinding _binding;
    private readonly RunOptions _options = new();

    /// <param name="path">The model.</param>
    /// <param name="provider">Execution provider.</param>
    /// <param name="threads">Intra-op threads.</param>
    /// <param name="shape">Shape of every input and output.</param>
    public ProbeSession(string path, string provider, int threads, params long[] shape)
    {
        _model = SessionLoader.Load(path, provider, threads);
        _memory = new TensorArena(ExecutionProviders.OnDevice(provider) ? new CudaMemory() : new HostMemory());
        _binding = _model.Session.CreateIoBinding();
        foreach (var (name, input) in _model.Session.InputMetadata)
        {
            _binding.BindInput(name, Allocate(input.ElementDataType, shape));
        }

        foreach (var (name, output) in _model.Session.OutputMetadata)
        {
            _binding.BindOutput(name, Allocate(output.ElementDataType, shape));
        }
    }

    /// <returns>Seconds. ONNX Runtime waits for the device before it returns.</returns>
    public double Pass()
    {
        var began = Stopwatch.GetTimestamp();
        _model.Session.RunWithBinding(_options, _binding);
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    public void Dispose()
    {
        _binding.Dispose();
        _memory.Dispose();
        _options.Dispose();
        _model.Session.Dispose();
    }

    private OrtValue Allocate(TensorElementType type, long[] shape)
    {
        var bytes = ElementSize.Bytes(type, shape);
        var block = _memory.Allocate(bytes);
        if (_memory.Memory.OnHost)
        {
            Fill(block, bytes, type);
        }

        return _memory.View(type, block, shape);
    }

    /// <summary>Zeros may be multiplied faster than other numbers, denormal ones slower.</summary>
    private static unsafe void Fill(nint block, long bytes, TensorElementType type)
    {
        for (long i = 0; type == TensorElementType.Float && i < bytes / sizeof(float); i++)
        {
            ((float*)block)[i] = ((i % 251) - 125) / 125f;
        }

        for (long i = 0; type == TensorElementType.UInt8 && i < bytes; i++)
        {
            ((byte*)block)[i] = (byte)(i % 251);
        }
    }
}
