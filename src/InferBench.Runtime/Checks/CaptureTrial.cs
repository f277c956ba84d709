using InferBench.Core.Errors;
using InferBench.Core.Plans;
using InferBench.Runtime.Decoding;

namespace InferBench.Runtime.Checks;

/// <summary>Loads a decoder whose steps are captured as a CUDA graph only if what is replayed was seen to compute what it should.</summary>
public static class CaptureTrial
{
    /// <summary>The first generation captures, the second only replays.</summary>
    private const int Generations = 2;

    /// <param name="modelPath">The ONNX file.</param>
    /// <param name="provider">One of <see cref="Providers.ExecutionProviders.Known"/>.</param>
    /// <param name="threads">Threads inside an operator.</param>
    /// <param name="selection">Where tokens are selected, one of <see cref="TokenSelection.All"/>.</param>
    /// <param name="providerOptions">Options for the provider, NAME=VALUE.</param>
    /// <param name="cudaGraph">One of <see cref="CudaGraph.All"/>; with auto, the report says why steps are not captured.</param>
    /// <exception cref="BadInputException">The file is no decoder that can be fed, the provider cannot run here, or capture was asked for and is not to be had.</exception>
    public static DecoderSession Load(
        string modelPath, string provider, int threads, string selection, IReadOnlyList<string>? providerOptions, string cudaGraph)
    {
        var capture = new CapturePlan(cudaGraph, provider);
        var session = DecoderSession.Load(modelPath, provider, threads, selection, providerOptions, capture);
        string? problem;
        try
        {
            problem = session.Captures ? Problem(session) : null;
            if (problem is null)
            {
                return session;
            }
        }
        catch
        {
            session.Dispose();
            throw;
        }

        session.Dispose();
        capture.Refuse(problem);
        return DecoderSession.Load(modelPath, provider, threads, selection, providerOptions, capture);
    }

    /// <summary>Judges the steps in the form that the session gives them, replays included, against one pass over the same tokens.</summary>
    /// <returns>The first problem in one line; null where there is none.</returns>
    internal static string? Problem(DecoderSession session) =>
        DecoderJudge.Judge(new DecoderObserver(session.WithLogits(), Generations).Observe(), session.Layout.Quantized, session.Layout.Vocabulary, configVocabulary: null)
            .FirstOrDefault();
}
