using InferBench.Runtime.Buffers;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace InferBench.Runtime.Decoding;

/// <summary>Inputs whose values are the same in every step: the number of logits, and the switch between prefill and steps.</summary>
internal sealed class ConstantInputs
{
    private readonly DecoderLayout _layout;
    private readonly OrtValue? _logitsToKeep;
    private readonly OrtValue[] _useCacheBranch = [];

    public unsafe ConstantInputs(DecoderLayout layout, TensorArena host)
    {
        _layout = layout;
        if (layout.LogitsToKeep is { } keep)
        {
            var one = host.Allocate(ElementSize.Of(keep.Type));
            Integers.Write(keep.Type, one, 0, 1);
            _logitsToKeep = layout.LogitsToKeepIsScalar ? host.View(keep.Type, one) : host.View(keep.Type, one, 1);
        }

        if (layout.UseCacheBranch is not null)
        {
            var flags = host.Allocate(2);
            ((byte*)flags)[1] = 1;
            _useCacheBranch = [host.View(TensorElementType.Bool, flags, 1), host.View(TensorElementType.Bool, flags + 1, 1)];
        }
    }

    public void Bind(OrtIoBinding binding, int step)
    {
        if (_logitsToKeep is not null)
        {
            binding.BindInput(_layout.LogitsToKeep!.Name, _logitsToKeep);
        }

        if (_layout.UseCacheBranch is { } branch)
        {
            binding.BindInput(branch, _useCacheBranch[step == 0 ? 0 : 1]);
        }
    }
}
