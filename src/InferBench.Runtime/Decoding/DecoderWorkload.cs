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
    private readonly RunOptions _options = new();
    private readonly WorkloadShape _shape;
    private readonly StepBindings _bindings;
    private readonly GreedySampler _sampler;
    private readonly int[] _output;

    internal DecoderWorkload(DecoderSession session, int batch, int promptLength, int generated)
    {
        _owner = session;
        _session = session.Session;
        Memory = DecoderMemory.Estimate(session.Layout, batch, promptLength, generated);
        _shape = new WorkloadShape(session.Layout, batch, promptLength, generated);
        _sampler = new GreedySampler(session.Layout.Vocabulary, session.Layout.LogitsType);
        _output = new int[checked(batch * generated)];
        _bindings = new StepBindings(session, _shape);
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
        trace.StartTicks = Stopwatch.GetTimestamp();
        for (var step = 0; step < _shape.Generated; step++)
        {
            Step(step);
            ticks[step] = Stopwatch.GetTimestamp();
        }

        trace.Generated = _shape.Generated;
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
        if (_owner.Layout.NextIds is not null)
        {
            StepInGraph(step);
            return;
        }

        _bindings.Send(step);
        _session.RunWithBinding(_options, _bindings.All[step]);

        var logits = Logits(step);
        logits.Receive();
        for (var row = 0; row < _shape.Batch; row++)
        {
            var id = _sampler.Pick(logits.Row(row));
            _bindings.Token.Set(row, id);
            _output[(row * _shape.Generated) + step] = id;
        }
    }

    /// <summary>The prompt goes to the device once; from then on ids stay there, and the host reads them as they come.</summary>
    private void StepInGraph(int step)
    {
        if (step == 0)
        {
            _bindings.Send(step);
        }

        _session.RunWithBinding(_options, _bindings.All[step]);
        var selected = _bindings.Selected(step);
        selected.Receive();
        for (var row = 0; row < _shape.Batch; row++)
        {
            _output[(row * _shape.Generated) + step] = selected.Get(row);
        }
    }

    /// <summary>Logits of a sequence's last position, as the latest run of this step left them.</summary>
    internal float[] LastLogits(int step, int row) => _sampler.Read(Logits(step).Row(row));

    private LogitsBuffer Logits(int step) => step == 0 ? _bindings.PrefillLogits : _bindings.StepLogits;
}
