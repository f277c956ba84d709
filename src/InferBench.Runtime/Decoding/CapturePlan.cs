using InferBench.Core.Errors;
using InferBench.Core.Plans;
using InferBench.Models.Onnx;
using InferBench.Runtime.Providers;
using Microsoft.ML.OnnxRuntime;

namespace InferBench.Runtime.Decoding;

/// <summary>
/// Decides whether decode steps are captured as a CUDA graph, which launches a step's kernels in one call instead of hundreds, and keeps what stopped
/// it. One for each session.
/// </summary>
internal sealed class CapturePlan
{
    /// <summary>ONNX Runtime's option of the provider.</summary>
    public const string Option = "enable_cuda_graph";

    private const string Captured = "captured";
    private const string Branches = "the model has If, Loop or Scan nodes";

    private readonly string _asked;
    private readonly bool _isCuda;
    private string? _problem;

    /// <param name="asked">One of <see cref="CudaGraph.All"/>.</param>
    /// <param name="provider">The session's provider.</param>
    /// <exception cref="BadInputException">Another provider cannot do what was asked for.</exception>
    public CapturePlan(string asked, string provider)
    {
        (_asked, _isCuda) = (asked, provider == ExecutionProviders.Cuda);
        if (asked == CudaGraph.On && !_isCuda)
        {
            throw new BadInputException($"CUDA graphs are asked for, and provider {provider} has none; leave the cells to provider {ExecutionProviders.Cuda}, or use auto");
        }
    }

    public bool IsOn => _isCuda && _asked != CudaGraph.Off && _problem is null;

    /// <summary>As applied, with the reason where it is not what was asked for; null where there are no CUDA graphs.</summary>
    public string? Applied => !_isCuda ? null : IsOn ? Captured : _problem is null ? CudaGraph.Off : $"{CudaGraph.Off} ({_problem})";

    /// <summary>What a graph tells before it is loaded.</summary>
    public void Look(OnnxModel outline, DecoderHints hints)
    {
        if (!IsOn)
        {
            return;
        }

        if (outline.Graph.SelfAndSubgraphs().Skip(1).Any())
        {
            Refuse(Branches);
        }
        else if (hints.GroupQueryAttention.Count == 0)
        {
            Refuse("the cache grows from step to step; only GroupQueryAttention has one of fixed shape");
        }
    }

    /// <summary>What a session tells about its inputs.</summary>
    public void Look(DecoderLayout layout, InferenceSession session)
    {
        if (!IsOn)
        {
            return;
        }

        string?[] changing = [layout.InputIds.Name, layout.AttentionMask?.Name, layout.PositionIds?.Name];
        if (layout.CacheMode != CacheMode.Shared)
        {
            Refuse("the cache grows from step to step in some layers");
        }
        else if (layout.States.Count > 0)
        {
            Refuse("layers with states of their own read the mask's last position, which a mask of full length does not have");
        }
        else if (changing.OfType<string>().FirstOrDefault(input => HostInputs.Contains(session, input)) is { } input)
        {
            Refuse($"{input} is read on the processor, and a captured graph would keep its first value");
        }
    }

    /// <summary>Leaves steps uncaptured from now on.</summary>
    /// <exception cref="BadInputException">They were to be captured in any case.</exception>
    public void Refuse(string reason) => _problem = _asked == CudaGraph.On
        ? throw new BadInputException($"CUDA graphs are asked for, and this model's steps cannot be captured: {reason}; use auto or off")
        : reason;

    /// <summary>A provider's options, with capture where it is on.</summary>
    public IReadOnlyList<string>? With(IReadOnlyList<string>? options) => IsOn ? [.. options ?? [], $"{Option}=1"] : options;

    /// <summary>Whether ONNX Runtime refused a session because of capture.</summary>
    public static bool IsRefusal(string words) => words.Contains("graph capture feature", StringComparison.Ordinal);

    /// <summary>ONNX Runtime's words (inference_session.cc), in ours.</summary>
    public static string Reason(string words) =>
        words.Contains("control flow", StringComparison.Ordinal) ? Branches
        : words.Contains("partitioned", StringComparison.Ordinal) ? "some operators run on the processor, or values are copied between it and the GPU"
        : Sessions.NativeText.Short(words);
}
