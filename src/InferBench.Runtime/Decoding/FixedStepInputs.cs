using InferBench.Runtime.Buffers;
using Microsoft.ML.OnnxRuntime;

namespace InferBench.Runtime.Decoding;

/// <summary>
/// Masks and positions whose address and shape are the same for every decode step, as a captured CUDA graph needs them: the mask has the full
/// length, with a one for each position up to now, and a step writes what changed. The prefill is bound as usual.
/// </summary>
internal sealed class FixedStepInputs : IStepInputs
{
    private readonly DecoderLayout _layout;
    private readonly WorkloadShape _shape;
    private readonly StepInputs _prefill;
    private readonly ITensorMemory _maskMemory;
    private readonly ITensorMemory _positionMemory;
    private readonly long _maskPitch;
    private readonly long _positionBytes;
    private readonly nint _mask;
    private readonly nint _firstMask;
    private readonly nint _positions;
    private readonly nint _everyPosition;
    private readonly OrtValue? _maskValue;
    private readonly OrtValue? _positionValue;

    /// <param name="layout">The decoder's inputs.</param>
    /// <param name="shape">Lengths.</param>
    /// <param name="host">Host memory.</param>
    /// <param name="masks">Memory in which the graph reads the mask.</param>
    /// <param name="positions">Memory in which the graph reads positions.</param>
    public FixedStepInputs(DecoderLayout layout, WorkloadShape shape, TensorArena host, TensorArena masks, TensorArena positions)
    {
        (_layout, _shape, _maskMemory, _positionMemory) = (layout, shape, masks.Memory, positions.Memory);
        _prefill = new StepInputs(layout, shape, host);
        if (layout.AttentionMask is { } mask)
        {
            _maskPitch = ElementSize.Bytes(mask.Type, shape.Length);
            (_mask, _firstMask) = (masks.Allocate(MaskBytes), masks.Allocate(MaskBytes));
            _maskValue = masks.View(mask.Type, _mask, shape.Batch, shape.Length);
            WriteFirstMask(mask, host);
        }

        if (layout.PositionIds is { } ids)
        {
            _positionBytes = ElementSize.Bytes(ids.Type, layout.PositionPlanes, shape.Batch);
            _positions = positions.Allocate(_positionBytes);
            _everyPosition = positions.Allocate(checked(_positionBytes * shape.Generated));
            _positionValue = positions.View(ids.Type, _positions, layout.PositionPlanes == 1 ? [shape.Batch, 1] : [layout.PositionPlanes, shape.Batch, 1]);
            positions.Memory.Upload(_everyPosition, _prefill.StepPositions, checked(_positionBytes * shape.Generated));
        }
    }

    private long MaskBytes => checked(_maskPitch * _shape.Batch);

    public void Bind(OrtIoBinding binding, int step)
    {
        if (step == 0)
        {
            _prefill.Bind(binding, step);
            return;
        }

        if (_maskValue is not null)
        {
            binding.BindInput(_layout.AttentionMask!.Name, _maskValue);
        }

        if (_positionValue is not null)
        {
            binding.BindInput(_layout.PositionIds!.Name, _positionValue);
        }

        _prefill.Constants.Bind(binding, step);
    }

    public void Prepare(int step)
    {
        if (step == 0)
        {
            return;
        }

        if (_maskValue is not null)
        {
            PrepareMask(step);
        }

        if (_positionValue is not null)
        {
            _positionMemory.Copy(_positions, _everyPosition + (nint)(_positionBytes * step), _positionBytes);
        }

        _maskMemory.Wait();
        if (_positionMemory != _maskMemory)
        {
            _positionMemory.Wait();
        }
    }

    /// <summary>The first step of a generation also takes back what the generation before it wrote; each further one adds its own position.</summary>
    private void PrepareMask(int step)
    {
        if (step == 1)
        {
            _maskMemory.Copy(_mask, _firstMask, MaskBytes);
            return;
        }

        // The lowest byte of a little-endian integer that is 0 so far.
        var size = ElementSize.Of(_layout.AttentionMask!.Type);
        _maskMemory.SetColumn(_mask + (nint)((long)size * (_shape.Total(step) - 1)), _maskPitch, 1, _shape.Batch);
    }

    private void WriteFirstMask(IdsInput mask, TensorArena host)
    {
        var image = host.Allocate(MaskBytes);
        for (var row = 0; row < _shape.Batch; row++)
        {
            for (var position = 0; position < _shape.Total(1); position++)
            {
                Integers.Write(mask.Type, image, ((long)row * _shape.Length) + position, 1);
            }
        }

        _maskMemory.Upload(_firstMask, image, MaskBytes);
    }
}
