using InferBench.Runtime.Decoding;
using InferBench.Runtime.Sessions;
using Microsoft.ML.OnnxRuntime;

namespace InferBench.Runtime.Checks;

/// <summary>Watches a short generation with fixed tokens: every output first unbound, so that it shows its own shape, then bound.</summary>
internal sealed class DecoderObserver(DecoderSession session)
{
    private const int Batch = 2;
    private const int Prompt = 4;
    private const int Steps = 3;

    /// <summary>Different from the seeds that plans use by default, with no other meaning.</summary>
    private const long Seed = 20_010_801;

    private readonly List<ObservedShape> _shapes = [];
    private readonly List<ObservedSlots> _slots = [];

    public DecoderObservation Observe()
    {
        try
        {
            return new DecoderObservation(_shapes, _slots, Watch(), null);
        }
        catch (OnnxRuntimeException e)
        {
            return new DecoderObservation(_shapes, _slots, null, NativeText.Short(e.Message));
        }
    }

    private LogitsAgreement? Watch()
    {
        var layout = session.Layout;
        var length = Math.Min(Prompt + Steps, layout.ContextLength ?? int.MaxValue);
        var steps = Math.Min(Steps, length - 1);
        var prompt = length - steps;
        var ids = PromptIds.Random(Seed, Batch, length, layout.Vocabulary);

        using var workload = session.CreateWorkload(Batch, prompt, steps);
        workload.SetPrompt(Slice(ids, length, prompt));
        for (var step = 0; step < steps; step++)
        {
            if (step > 0)
            {
                ForceTokens(workload, ids, length, prompt + step - 1);
            }

            var before = Snapshots(workload, step);
            if (!ShapesHold(workload, step))
            {
                return null;
            }

            workload.Step(step);
            CompareSlots(workload, step, before, Snapshots(workload, step));
        }

        return Compare(workload, ids, length, steps);
    }

    private LogitsAgreement Compare(DecoderWorkload stepped, long[] ids, int length, int steps)
    {
        using var whole = session.CreateWorkload(Batch, length - 1, 1);
        whole.SetPrompt(Slice(ids, length, length - 1));
        whole.Step(0);
        return LogitsAgreement.Of(
            [.. Enumerable.Range(0, Batch).Select(row => whole.LastLogits(0, row))],
            [.. Enumerable.Range(0, Batch).Select(row => stepped.LastLogits(steps - 1, row))]);
    }

    private bool ShapesHold(DecoderWorkload workload, int step)
    {
        var layout = session.Layout;
        var shape = workload.Shape;
        workload.Bindings.Send(step);
        using var binding = workload.Bindings.BindUnshaped(session, step);
        using var options = new RunOptions();
        using var outputs = session.Session.RunWithBoundResults(options, binding);

        var names = binding.GetOutputNames();
        var before = _shapes.Count;
        for (var i = 0; i < names.Length; i++)
        {
            var tensor = layout.Cache.FirstOrDefault(c => c.Present == names[i]);
            long[] expected = tensor is null
                ? [shape.Batch, layout.LogitsLength(shape.Fed(step)), layout.Vocabulary]
                : [shape.Batch, tensor.Heads, workload.Bindings.Cache.Stride(step), tensor.HeadSize];
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

    /// <summary>Of a shared cache only: a growing one shows by its shapes what was written.</summary>
    private CacheSnapshot[] Snapshots(DecoderWorkload workload, int step) => session.Layout.CacheMode == CacheMode.Shared
        ? [.. Enumerable.Range(0, session.Layout.Cache.Count).Select(i => CacheSnapshot.Of(workload, session.Layout, i, step))]
        : [];

    private static void ForceTokens(DecoderWorkload workload, long[] ids, int length, int position)
    {
        for (var row = 0; row < Batch; row++)
        {
            workload.Bindings.Token.Set(row, ids[(row * length) + position]);
        }
    }

    private static long[] Slice(long[] ids, int length, int count)
    {
        var slice = new long[Batch * count];
        for (var row = 0; row < Batch; row++)
        {
            ids.AsSpan(row * length, count).CopyTo(slice.AsSpan(row * count));
        }

        return slice;
    }
}
