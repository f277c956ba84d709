using InferBench.Runtime.Buffers;
using InferBench.Runtime.Providers;
using Microsoft.ML.OnnxRuntime;

namespace InferBench.Runtime.Decoding;

/// <summary>
/// One binding for each step of a generation, bound once: running a step is then a single native call without allocation.
/// Owns every buffer of the workload.
/// </summary>
internal sealed class StepBindings : IDisposable
{
    private readonly TensorArena _host = new(new HostMemory());
    private readonly TensorArena _device;
    private readonly List<OrtIoBinding> _bindings = [];

    public StepBindings(DecoderSession session, WorkloadShape shape)
    {
        var layout = session.Layout;
        _device = session.Provider == ExecutionProviders.Cuda ? new TensorArena(new CudaMemory()) : _host;
        try
        {
            Prompt = new TokenBuffer(layout.InputIds.Type, shape.Batch, shape.Prompt, _host, _device);
            Token = new TokenBuffer(layout.InputIds.Type, shape.Batch, 1, _host, _device);
            PrefillLogits = new LogitsBuffer(layout, shape.Batch, shape.Prompt, _host, _device);
            StepLogits = new LogitsBuffer(layout, shape.Batch, 1, _host, _device);
            Cache = layout.CacheMode == CacheMode.Shared
                ? new SharedCache(layout, shape, _device)
                : new GrowingCache(layout, shape, _device);

            var inputs = new StepInputs(layout, shape, _host);
            for (var step = 0; step < shape.Generated; step++)
            {
                Bind(session, inputs, step);
            }

            All = [.. _bindings];
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public OrtIoBinding[] All { get; }

    public TokenBuffer Prompt { get; }

    public TokenBuffer Token { get; }

    public LogitsBuffer PrefillLogits { get; }

    public LogitsBuffer StepLogits { get; }

    public IKvCache Cache { get; }

    public ITensorMemory CacheMemory => _device.Memory;

    public void Dispose()
    {
        foreach (var binding in _bindings)
        {
            binding.Dispose();
        }

        _bindings.Clear();
        if (_device != _host)
        {
            _device.Dispose();
        }

        _host.Dispose();
    }

    private void Bind(DecoderSession session, StepInputs inputs, int step)
    {
        var layout = session.Layout;
        var binding = session.Session.CreateIoBinding();
        _bindings.Add(binding);

        binding.BindInput(layout.InputIds.Name, (step == 0 ? Prompt : Token).Value);
        inputs.Bind(binding, step);
        binding.BindOutput(layout.Logits, (step == 0 ? PrefillLogits : StepLogits).Value);
        for (var i = 0; i < layout.Cache.Count; i++)
        {
            binding.BindInput(layout.Cache[i].Past, Cache.Past(i, step));
            binding.BindOutput(layout.Cache[i].Present, Cache.Present(i, step));
        }
    }
}
