using System.Diagnostics;
using System.Globalization;
using InferBench.Core.Errors;
using InferBench.Core.Samples;
using InferBench.Runtime.Buffers;
using Microsoft.ML.OnnxRuntime;

namespace InferBench.Runtime.Decoding;

/// <summary>
/// Greedy generation of one shape: a prefill and one step for each further token. Everything is allocated and bound beforehand;
/// <see cref="Run"/> allocates nothing. Not safe for concurrent use.
/// </summary>
public sealed class DecoderWorkload : IDisposable
{
    private readonly DecoderSession _owner;
    private readonly InferenceSession _session;
    private readonly WorkloadShape _shape;
    private readonly StepBindings _bindings;
    private readonly StepRunOptions _options;
    private readonly GreedySampler _sampler;
    private readonly int[] _output;
    private DeviceTicks _prefillTicks;
    private DeviceTicks _decodeTicks;

    internal DecoderWorkload(DecoderSession session, int batch, int promptLength, int generated)
    {
        _owner = session;
        _session = session.Session;
        Memory = DecoderMemory.Estimate(session.Layout, batch, promptLength, generated);
        _shape = new WorkloadShape(session.Layout, batch, promptLength, generated);
        _sampler = new GreedySampler(session.Layout.Vocabulary, session.Layout.LogitsType);
        _output = new int[checked(batch * generated)];
        _bindings = new StepBindings(session, _shape);
        _options = new StepRunOptions(session, _bindings.All.Count);
    }

    public int Batch => _shape.Batch;

    public int PromptLength => _shape.Prompt;

    public int Generated => _shape.Generated;

    /// <summary>What this workload's buffers take.</summary>
    public DecoderMemory Memory { get; }

    internal WorkloadShape Shape => _shape;

    internal StepBindings Bindings => _bindings;

    /// <summary>Sets the prompts, one sequence after the other; they stay until set again. Until then every id is 0.</summary>
    /// <exception cref="BadInputException">Too many or too few ids, or one outside the vocabulary.</exception>
    public void SetPrompt(ReadOnlySpan<long> ids)
    {
        var vocabulary = _owner.Layout.Vocabulary;
        if (ids.Length != _shape.Batch * _shape.Prompt)
        {
            throw new BadInputException(string.Create(
                CultureInfo.InvariantCulture,
                $"prompt of {ids.Length} ids: batch {_shape.Batch} times prompt {_shape.Prompt} needs {_shape.Batch * _shape.Prompt}"));
        }

        for (var i = 0; i < ids.Length; i++)
        {
            if (ids[i] < 0 || ids[i] >= vocabulary)
            {
                throw new BadInputException(string.Create(
                    CultureInfo.InvariantCulture, $"prompt id {ids[i]} at position {i}: {_owner.File} knows ids 0 to {vocabulary - 1}"));
            }

            _bindings.Prompt.Set(i, ids[i]);
        }
    }

    /// <summary>Generates, writing timestamps as tokens become readable on the host.</summary>
    /// <param name="trace">Room for at least <see cref="Generated"/> tokens.</param>
    public void Run(OperationTrace trace)
    {
        var ticks = trace.TokenTicks;
        ArgumentOutOfRangeException.ThrowIfLessThan(ticks.Length, _shape.Generated, nameof(trace));
        trace.Generated = 0;
        (_prefillTicks, _decodeTicks) = (default, default);
        trace.StartTicks = Stopwatch.GetTimestamp();
        for (var step = 0; step < _shape.Generated; step++)
        {
            Step(step);
            ticks[step] = Stopwatch.GetTimestamp();
        }

        trace.Generated = _shape.Generated;
        trace.Prefill = _bindings.OnHost ? null : _prefillTicks;
        trace.Decode = _bindings.OnHost ? null : _decodeTicks;
    }

    /// <summary>Ids that the latest operation generated for a sequence; valid until the next operation.</summary>
    public ReadOnlySpan<int> Output(int row)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, _shape.Batch);
        return _output.AsSpan(row * _shape.Generated, _shape.Generated);
    }

    public void Dispose()
    {
        _bindings.Dispose();
        _options.Dispose();
    }

    /// <summary>Runs one step on what the previous one left, and picks its tokens. Step 0 is the prefill.</summary>
    internal void Step(int step)
    {
        var began = Clock();
        if (_owner.Layout.NextIds is null || step == 0)
        {
            // Ids that the graph selects stay on the device: the prompt alone goes there.
            _bindings.Send(step);
        }

        _bindings.Prepare(step);
        var sent = Clock();
        _session.RunWithBinding(_options.Of(_bindings.Index(step)), _bindings.At(step));
        var ran = Clock();
        var received = _owner.Layout.NextIds is null ? TakeLogits(step) : TakeIds(step);
        (step == 0 ? ref _prefillTicks : ref _decodeTicks).Add(began, sent, ran, received);
    }

    /// <summary>Reads the last positions' logits, and picks the largest.</summary>
    /// <returns>When they were on the host.</returns>
    private long TakeLogits(int step)
    {
        var logits = Logits(step);
        logits.Receive();
        var received = Clock();
        for (var row = 0; row < _shape.Batch; row++)
        {
            var id = _sampler.Pick(logits.Row(row));
            _bindings.Token.Set(row, id);
            _output[(row * _shape.Generated) + step] = id;
        }

        return received;
    }

    /// <summary>Reads the ids that the graph selected.</summary>
    /// <returns>When they were on the host.</returns>
    private long TakeIds(int step)
    {
        var selected = _bindings.Selected(step);
        selected.Receive();
        var received = Clock();
        for (var row = 0; row < _shape.Batch; row++)
        {
            _output[(row * _shape.Generated) + step] = selected.Get(row);
        }

        return received;
    }

    /// <summary>In the host's own memory nothing is sent or received, and nothing is timed.</summary>
    private long Clock() => _bindings.OnHost ? 0 : Stopwatch.GetTimestamp();

    /// <summary>Logits of a sequence's last position, as the latest run of this step left them.</summary>
    internal float[] LastLogits(int step, int row) => _sampler.Read(Logits(step).Row(row));

    private LogitsBuffer Logits(int step) => step == 0 ? _bindings.PrefillLogits : _bindings.StepLogits;
}
