using InferBench.Runtime.Buffers;
using InferBench.Runtime.Providers;
using Microsoft.ML.OnnxRuntime;

namespace InferBench.Runtime.Decoding;

/// <summary>
/// One binding for each step of a generation, bound once: running a step is then a single native call without allocation. Where steps are fixed,
/// two bindings take turns, and every second step is the same call on the same addresses. Owns every buffer of the workload.
/// </summary>
internal sealed class StepBindings : IDisposable
{
    private readonly TensorArena _host = new(new HostMemory());
    private readonly TensorArena _device;
    private readonly List<OrtIoBinding> _bindings = [];
    private readonly IStepInputs _inputs;
    private readonly bool _fixed;
    private readonly OrtIoBinding[] _all;
    private readonly TokenBuffer _otherToken;
    private readonly LogitsBuffer? _prefillLogits;
    private readonly LogitsBuffer? _stepLogits;

    public StepBindings(DecoderSession session, WorkloadShape shape)
    {
        var layout = session.Layout;
        _fixed = session.HasFixedSteps;
        _device = ExecutionProviders.OnDevice(session.Provider) ? new TensorArena(new CudaMemory()) : _host;
        try
        {
            var ids = ReadingMemory(session, layout.InputIds.Name);
            Prompt = new TokenBuffer(layout.InputIds.Type, shape.Batch, shape.Prompt, _host, ids);
            Token = new TokenBuffer(layout.InputIds.Type, shape.Batch, 1, _host, ids);
            _otherToken = layout.NextIds is null ? Token : new TokenBuffer(layout.InputIds.Type, shape.Batch, 1, _host, ids);
            if (layout.NextIds is null)
            {
                _prefillLogits = new LogitsBuffer(layout, shape.Batch, shape.Prompt, _host, _device);
                _stepLogits = new LogitsBuffer(layout, shape.Batch, 1, _host, _device);
            }

            Cache = layout.CacheMode == CacheMode.Shared
                ? new SharedCache(layout, shape, _device)
                : new GrowingCache(layout, shape, _device);
            States = new StateBuffers(layout, shape, _device);

            _inputs = _fixed
                ? new FixedStepInputs(layout, shape, _host, ReadingMemory(session, layout.AttentionMask?.Name), ReadingMemory(session, layout.PositionIds?.Name))
                : new StepInputs(layout, shape, _host);
            for (var step = 0; step < shape.Generated && Index(step) == step; step++)
            {
                _bindings.Add(BindInputs(session, step));
                BindOutputs(layout, _bindings[step], step);
            }

            _all = [.. _bindings];
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The bindings of a generation; more than one step may have the same.</summary>
    public IReadOnlyList<OrtIoBinding> All => _all;

    /// <summary>Whether everything lies in the host's own memory.</summary>
    public bool OnHost => _device.Memory.OnHost;

    public TokenBuffer Prompt { get; }

    public TokenBuffer Token { get; }

    /// <summary>Logits of the prompt. There are none where the graph selects: they stay in ONNX Runtime's own memory.</summary>
    public LogitsBuffer PrefillLogits => _prefillLogits ?? throw NoLogits();

    /// <inheritdoc cref="PrefillLogits"/>
    public LogitsBuffer StepLogits => _stepLogits ?? throw NoLogits();

    public IKvCache Cache { get; }

    public StateBuffers States { get; }

    /// <summary>The ids that a step is fed.</summary>
    public TokenBuffer Fed(int step) => step == 0 ? Prompt : Selected(step - 1);

    /// <summary>
    /// The ids that a step selects, where the graph does. Two buffers take turns, so that no step writes what it reads, and the next step
    /// reads them where they are.
    /// </summary>
    public TokenBuffer Selected(int step) => step % 2 == 0 ? Token : _otherToken;

    /// <summary>Makes the ids that a step is fed readable to it.</summary>
    public void Send(int step) => Fed(step).Send();

    /// <summary>Makes a step's other inputs readable to it. Steps come in their order, from 0.</summary>
    public void Prepare(int step) => _inputs.Prepare(step);

    public OrtIoBinding At(int step) => _all[Index(step)];

    /// <summary>Which of the bindings is a step's.</summary>
    public int Index(int step) => !_fixed || step == 0 ? step : 2 - (step % 2);

    /// <summary>
    /// The inputs of a step with outputs that ONNX Runtime allocates on the host, in the shapes that the graph really makes.
    /// A shared cache stays bound: its shape is its buffer's.
    /// </summary>
    public OrtIoBinding BindUnshaped(DecoderSession session, int step)
    {
        var layout = session.Layout;
        var binding = BindInputs(session, step);
        binding.BindOutputToDevice(layout.Logits, OrtMemoryInfo.DefaultInstance);
        for (var i = 0; i < layout.Cache.Count; i++)
        {
            if (layout.CacheMode == CacheMode.Shared)
            {
                binding.BindOutput(layout.Cache[i].Present, Cache.Present(i, step));
            }
            else
            {
                binding.BindOutputToDevice(layout.Cache[i].Present, OrtMemoryInfo.DefaultInstance);
            }
        }

        foreach (var state in layout.States)
        {
            binding.BindOutputToDevice(state.Present, OrtMemoryInfo.DefaultInstance);
        }

        return binding;
    }

    /// <summary>Copies a cache tensor or state from its block.</summary>
    public unsafe void Read(nint address, Span<byte> bytes)
    {
        fixed (byte* host = bytes)
        {
            _device.Memory.Download((nint)host, address, bytes.Length, bytes.Length, 1);
        }
    }

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

    /// <summary>
    /// A tensor bound where it is not read is copied once, at the time of binding, and later values would never arrive:
    /// token ids must lie where the embedding runs, which may be the host under a device provider.
    /// </summary>
    private TensorArena ReadingMemory(DecoderSession session, string? input) => input is not null && HostInputs.Contains(session.Session, input) ? _host : _device;

    private static InvalidOperationException NoLogits() => new("the graph selects tokens, and its logits are not bound; take the session WithLogits()");

    private OrtIoBinding BindInputs(DecoderSession session, int step)
    {
        var layout = session.Layout;
        var binding = session.Session.CreateIoBinding();
        binding.BindInput(layout.InputIds.Name, Fed(step).Value);
        _inputs.Bind(binding, step);
        for (var i = 0; i < layout.Cache.Count; i++)
        {
            binding.BindInput(layout.Cache[i].Past, Cache.Past(i, step));
        }

        for (var i = 0; i < layout.States.Count; i++)
        {
            binding.BindInput(layout.States[i].Past, States.Past(i, step));
        }

        return binding;
    }

    private void BindOutputs(DecoderLayout layout, OrtIoBinding binding, int step)
    {
        if (layout.NextIds is { } ids)
        {
            binding.BindOutput(ids, Selected(step).Value);
        }
        else
        {
            binding.BindOutput(layout.Logits, (step == 0 ? PrefillLogits : StepLogits).Value);
        }

        for (var i = 0; i < layout.Cache.Count; i++)
        {
            binding.BindOutput(layout.Cache[i].Present, Cache.Present(i, step));
        }

        for (var i = 0; i < layout.States.Count; i++)
        {
            binding.BindOutput(layout.States[i].Present, States.Present(i, step));
        }
    }
}
