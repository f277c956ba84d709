using InferBench.Runtime.Buffers;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace InferBench.Runtime.Execution;

/// <summary>A tensor in a workload's memory with its place on the host: the same place where the host reads that memory.</summary>
internal sealed class BoundTensor
{
    private readonly ITensorMemory _memory;
    private readonly nint _device;

    public BoundTensor(TensorElementType type, long[] dims, TensorArena host, TensorArena device)
    {
        (Type, Dims, Bytes, _memory) = (type, dims, ElementSize.Bytes(type, dims), device.Memory);
        Host = host.Allocate(Bytes);
        _device = device.Memory.OnHost ? Host : device.Allocate(Bytes);
        Value = device.View(type, _device, dims);
    }

    public TensorElementType Type { get; }

    public long[] Dims { get; }

    public long Bytes { get; }

    public nint Host { get; }

    public OrtValue Value { get; }

    public unsafe Span<byte> OnHost => new((void*)Host, checked((int)Bytes));

    /// <summary>Makes the host's bytes readable to the model.</summary>
    public void Send() => _memory.Upload(_device, Host, Bytes);

    /// <summary>Makes what the model wrote readable on the host.</summary>
    public void Receive()
    {
        if (!_memory.OnHost)
        {
            _memory.Download(Host, _device, Bytes, Bytes, 1);
        }
    }
}
