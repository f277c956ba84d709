using InferBench.Runtime.Buffers;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace InferBench.Runtime.Decoding;

/// <summary>Inputs that are known before the first run: masks, positions, switches and the number of logits. They stay on the host and are only read.</summary>
internal sealed unsafe class StepInputs
{
    private readonly DecoderLayout _layout;
    private readonly WorkloadShape _shape;
    private readonly TensorArena _host;
    private readonly nint _ones;
    private readonly nint _prefillPositions;
    private readonly nint _stepPositions;
    private readonly OrtValue? _logitsToKeep;
    private readonly OrtValue[] _useCacheBranch = [];

    public StepInputs(DecoderLayout layout, WorkloadShape shape, TensorArena host)
    {
        (_layout, _shape, _host) = (layout, shape, host);
        if (layout.AttentionMask is { } mask)
        {
            _ones = host.Allocate(ElementSize.Bytes(mask.Type, shape.Batch, shape.Length));
            for (long i = 0; i < (long)shape.Batch * shape.Length; i++)
            {
                Write(mask.Type, _ones, i, 1);
            }
        }

        if (layout.PositionIds is { } positions)
        {
            _prefillPositions = host.Allocate(ElementSize.Bytes(positions.Type, PositionRows, shape.Prompt));
            _stepPositions = host.Allocate(ElementSize.Bytes(positions.Type, PositionRows, shape.Generated));
            FillPositions(positions.Type);
        }

        if (layout.LogitsToKeep is { } keep)
        {
            var one = host.Allocate(ElementSize.Of(keep.Type));
            Write(keep.Type, one, 0, 1);
            _logitsToKeep = layout.LogitsToKeepIsScalar ? host.View(keep.Type, one) : host.View(keep.Type, one, 1);
        }

        if (layout.UseCacheBranch is not null)
        {
            var flags = host.Allocate(2);
            ((byte*)flags)[1] = 1;
            _useCacheBranch = [host.View(TensorElementType.Bool, flags, 1), host.View(TensorElementType.Bool, flags + 1, 1)];
        }
    }

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
                : _stepPositions + (nint)ElementSize.Bytes(positions.Type, PositionRows, step);
            long[] dims = [_shape.Batch, _shape.Fed(step)];
            binding.BindInput(positions.Name, _host.View(positions.Type, address, _layout.PositionPlanes == 1 ? dims : [_layout.PositionPlanes, .. dims]));
        }

        if (_logitsToKeep is not null)
        {
            binding.BindInput(_layout.LogitsToKeep!.Name, _logitsToKeep);
        }

        if (_layout.UseCacheBranch is { } branch)
        {
            binding.BindInput(branch, _useCacheBranch[step == 0 ? 0 : 1]);
        }
    }

    private void FillPositions(TensorElementType type)
    {
        for (var row = 0; row < PositionRows; row++)
        {
            for (var i = 0; i < _shape.Prompt; i++)
            {
                Write(type, _prefillPositions, ((long)row * _shape.Prompt) + i, i);
            }

            for (var step = 1; step < _shape.Generated; step++)
            {
                Write(type, _stepPositions, ((long)step * PositionRows) + row, _shape.Past(step));
            }
        }
    }

    private static void Write(TensorElementType type, nint block, long index, int value)
    {
        if (type == TensorElementType.Int64)
        {
            ((long*)block)[index] = value;
        }
        else
        {
            ((int*)block)[index] = value;
        }
    }
}
