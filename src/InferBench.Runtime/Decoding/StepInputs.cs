using InferBench.Runtime.Buffers;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace InferBench.Runtime.Decoding;

/// <summary>Inputs that are known before the first run: masks, positions, switches and the number of logits. They stay on the host and are only read.</summary>
internal sealed class StepInputs : IStepInputs
{
    private readonly DecoderLayout _layout;
    private readonly WorkloadShape _shape;
    private readonly TensorArena _host;
    private readonly nint _ones;
    private readonly nint _prefillPositions;

    public StepInputs(DecoderLayout layout, WorkloadShape shape, TensorArena host)
    {
        (_layout, _shape, _host) = (layout, shape, host);
        if (layout.AttentionMask is { } mask)
        {
            _ones = host.Allocate(ElementSize.Bytes(mask.Type, shape.Batch, shape.Length));
            for (long i = 0; i < (long)shape.Batch * shape.Length; i++)
            {
                Integers.Write(mask.Type, _ones, i, 1);
            }
        }

        if (layout.PositionIds is { } positions)
        {
            _prefillPositions = host.Allocate(ElementSize.Bytes(positions.Type, PositionRows, shape.Prompt));
            StepPositions = host.Allocate(ElementSize.Bytes(positions.Type, PositionRows, shape.Generated));
            FillPositions(positions.Type);
        }

        Constants = new ConstantInputs(layout, host);
    }

    /// <summary>Address of the positions of every step, one row of them after the other; 0 where the graph computes them.</summary>
    public nint StepPositions { get; }

    public ConstantInputs Constants { get; }

    private int PositionRows => checked(_layout.PositionPlanes * _shape.Batch);

    public void Bind(OrtIoBinding binding, int step)
    {
        if (_layout.AttentionMask is { } mask)
        {
            binding.BindInput(mask.Name, _host.View(mask.Type, _ones, _shape.Batch, _shape.Total(step)));
        }

        if (_layout.PositionIds is { } positions)
        {
            var address = step == 0
                ? _prefillPositions
                : StepPositions + (nint)ElementSize.Bytes(positions.Type, PositionRows, step);
            long[] dims = [_shape.Batch, _shape.Fed(step)];
            binding.BindInput(positions.Name, _host.View(positions.Type, address, _layout.PositionPlanes == 1 ? dims : [_layout.PositionPlanes, .. dims]));
        }

        Constants.Bind(binding, step);
    }

    public void Prepare(int step)
    {
        // Each step has values of its own, all of them written beforehand.
    }

    private void FillPositions(TensorElementType type)
    {
        for (var row = 0; row < PositionRows; row++)
        {
            for (var i = 0; i < _shape.Prompt; i++)
            {
                Integers.Write(type, _prefillPositions, ((long)row * _shape.Prompt) + i, i);
            }

            for (var step = 1; step < _shape.Generated; step++)
            {
                Integers.Write(type, StepPositions, ((long)step * PositionRows) + row, _shape.Past(step));
            }
        }
    }
}
