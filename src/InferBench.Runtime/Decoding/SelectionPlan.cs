using InferBench.Core.Errors;
using InferBench.Core.Plans;
using InferBench.Models;
using InferBench.Models.Onnx;
using InferBench.Models.Selection;
using InferBench.Runtime.Libraries;
using InferBench.Runtime.Providers;

namespace InferBench.Runtime.Decoding;

/// <summary>Decides where tokens are selected, and makes the graph that does it. One for each session.</summary>
/// <param name="asked">One of <see cref="TokenSelection.All"/>.</param>
/// <param name="provider">The session's provider.</param>
internal sealed class SelectionPlan(string asked, string provider)
{
    private string? _problem;

    /// <summary>Name of the output with selected ids; null where the host selects.</summary>
    public string? Output { get; private set; }

    /// <summary>As applied, with the reason where it is not what a device has by itself.</summary>
    public string Applied => Output is not null ? TokenSelection.Graph : _problem is null ? TokenSelection.Host : $"{TokenSelection.Host} ({_problem})";

    /// <returns>The model to load instead of the file; null where the file itself is loaded.</returns>
    /// <exception cref="BadInputException">Selection in the graph was asked for, and the graph does not allow it.</exception>
    public SelectingModel? Edit(OnnxModel outline, DecoderHints hints)
    {
        if (asked == TokenSelection.Host || (asked == TokenSelection.Auto && provider == ExecutionProviders.Cpu))
        {
            return null;
        }

        try
        {
            var names = new DecoderNames(hints.Config?.GenAi);
            if (ExecutionProviders.OnDevice(provider) && !NativeLibraries.TryLoad(CudaLibraries.Cudnn, out _))
            {
                // CUDA's ArgMax is cuDNN's reduction (onnxruntime, core/providers/cuda/reduction).
                throw new SelectionException($"ArgMax on CUDA needs {CudaLibraries.Cudnn}, which cannot be loaded");
            }

            var model = GreedySelection.Append(outline, names.InputIds, names.Logits);
            Output = model.Output;
            return model;
        }
        catch (ModelException e) when (asked == TokenSelection.Auto)
        {
            _problem = e.Message;
            return null;
        }
    }
}
