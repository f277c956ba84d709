using InferBench.Runtime.Buffers;
using InferBench.Runtime.Decoding;
using InferBench.Runtime.Sessions;
using Microsoft.ML.OnnxRuntime;

namespace InferBench.Runtime.Checks;

/// <summary>Watches a short generation with fixed tokens: every output first unbound, so that it shows its own shape, then bound.</summary>
/// <param name="session">Its workloads are watched, in the form that it gives them.</param>
/// <param name="generations">
/// Generations on the same buffers, each with tokens of its own. The first is watched step by step; the logits are those of the last, which is to show
/// nothing of the ones before.
/// </param>
internal sealed class DecoderObserver(DecoderSession session, int generations = 1)
{
    private const int UsualBatch = 2;
    private const int Prompt = 4;
    private const int Steps = 3;

    /// <summary>Different from the seeds that plans use by default, with no other meaning.</summary>
    private const long Seed = 20_010_801;

    private readonly int _batch = session.Layout.FixedBatch ?? UsualBatch;
    private readonly List<ObservedShape> _shapes = [];
    private readonly List<ObservedSlots> _slots = [];
    private readonly List<ObservedState> _states = [];

    public DecoderObservation Observe()
    {
        try
        {
            return new DecoderObservation(_shapes, _slots, Watch(), null) { States = _states };
        }
        catch (OnnxRuntimeException e)
        {
            return new DecoderObservation(_shapes, _slots, null, NativeText.Short(e.Message)) { States = _states };
        }
    }

    private LogitsAgreement? Watch()
    {
        var layout = session.Layout;
        var length = Math.Min(Prompt + Steps, layout.ContextLength ?? int.MaxValue);
        var steps = Math.Min(Steps, length - 1);
        var prompt = length - steps;
        long[] ids = [];

        using var workload = session.CreateWorkload(_batch, prompt, steps);
        for (var generation = 0; generation < generations; generation++)
        {
            ids = PromptIds.Random(Seed + generation, _batch, length, layout.Vocabulary);
            workload.SetPrompt(Slice(ids, length, prompt));
            if (!Generate(workload, ids, watched: generation == 0))
            {
                return null;
            }
        }

        return Compare(workload, ids, length, steps);
    }

    /// <returns>False where an output's shape is not what it claims, and the next step would read it.</returns>
    private bool Generate(DecoderWorkload workload, long[] ids, bool watched)
    {
        var (length, prompt, steps) = (ids.Length / _batch, workload.PromptLength, workload.Generated);
        for (var step = 0; step < steps; step++)
        {
            if (step > 0)
            {
                ForceTokens(workload, ids, length, prompt + step - 1);
            }

            if (!watched)
            {
                workload.Step(step);
            }
            else if (!Watch(workload, step))
            {
                return false;
            }
        }

        return true;
    }

    private bool Watch(DecoderWorkload workload, int step)
    {
        var before = Snapshots(workload, step);
        if (!ShapesHold(workload, step))
        {
            return false;
        }

        workload.Step(step);
        CompareSlots(workload, step, before, Snapshots(workload, step));
        CompareStates(workload, step);
        return true;
    }

    private LogitsAgreement Compare(DecoderWorkload stepped, long[] ids, int length, int steps)
    {
        using var whole = session.CreateWorkload(_batch, length - 1, 1);
        whole.SetPrompt(Slice(ids, length, length - 1));
        whole.Step(0);
        return LogitsAgreement.Of(
            [.. Enumerable.Range(0, _batch).Select(row => whole.LastLogits(0, row))],
            [.. Enumerable.Range(0, _batch).Select(row => stepped.LastLogits(steps - 1, row))]);
    }

    private bool ShapesHold(DecoderWorkload workload, int step)
    {
        var layout = session.Layout;
        var shape = workload.Shape;
        workload.Bindings.Send(step);
        workload.Bindings.Prepare(step);
        using var binding = workload.Bindings.BindUnshaped(session, step);
        using var options = StepRunOptions.Plain(session);
        using var outputs = session.Session.RunWithBoundResults(options, binding);

        var names = binding.GetOutputNames();
        var before = _shapes.Count;
        for (var i = 0; i < names.Length; i++)
        {
            var expected = layout.Cache.FirstOrDefault(c => c.Present == names[i])?.Shape(_batch, workload.Bindings.Cache.Stride(step))
                ?? layout.States.FirstOrDefault(s => s.Present == names[i])?.Shape(_batch)
                ?? [_batch, layout.LogitsLength(shape.Fed(step)), layout.Vocabulary];
            _shapes.Add(new ObservedShape(names[i], step, expected, outputs[i].GetTensorTypeAndShape().Shape));
        }

        return _shapes.Skip(before).All(s => s.Actual.SequenceEqual(s.Expected));
    }

    private void CompareSlots(DecoderWorkload workload, int step, CacheSnapshot[] before, CacheSnapshot[] after)
    {
        for (var i = 0; i < after.Length; i++)
        {
            _slots.Add(after[i].Since(
                before[i], session.Layout.Cache[i].Present, step, workload.Shape.Past(step), workload.Shape.Total(step)));
        }
    }

    private void CompareStates(DecoderWorkload workload, int step)
    {
        for (var i = 0; i < session.Layout.States.Count; i++)
        {
            var state = session.Layout.States[i];
            var (before, after) = (new byte[ElementSize.Bytes(state.Type, state.Shape(_batch))], new byte[ElementSize.Bytes(state.Type, state.Shape(_batch))]);
            workload.Bindings.Read(workload.Bindings.States.PastAddress(i, step), before);
            workload.Bindings.Read(workload.Bindings.States.PresentAddress(i, step), after);
            _states.Add(new ObservedState(state.Present, step, !before.AsSpan().SequenceEqual(after)));
        }
    }

    /// <summary>Of a shared cache only: a growing one shows by its shapes what was written.</summary>
    private CacheSnapshot[] Snapshots(DecoderWorkload workload, int step) => session.Layout.CacheMode == CacheMode.Shared
        ? [.. Enumerable.Range(0, session.Layout.Cache.Count).Select(i => CacheSnapshot.Of(workload, session.Layout, i, step))]
        : [];

    private void ForceTokens(DecoderWorkload workload, long[] ids, int length, int position)
    {
        for (var row = 0; row < _batch; row++)
        {
            workload.Bindings.Token.Set(row, ids[(row * length) + position]);
        }
    }

    private long[] Slice(long[] ids, int length, int count)
    {
        var slice = new long[_batch * count];
        for (var row = 0; row < _batch; row++)
        {
            ids.AsSpan(row * length, count).CopyTo(slice.AsSpan(row * count));
        }

        return slice;
    }
}
