using InferBench.Runtime.Decoding;

namespace InferBench.Runtime.Checks;

/// <summary>A short generation before measurement: does the cache grow by one position a step, and do the outputs have the shapes and the sense they claim?</summary>
public static class DecoderCheck
{
    public static DecoderCheckResult Run(DecoderSession session)
    {
        var seen = new DecoderObserver(session.WithGrowingSteps().WithLogits()).Observe();
        var layout = session.Layout;
        var problems = DecoderJudge.Judge(seen, layout.Quantized, layout.Vocabulary, layout.ConfigVocabulary);
        if (problems.Count == 0 && SelectionCheck.Problem(session) is { } problem)
        {
            problems = [problem];
        }

        return new DecoderCheckResult(problems, seen.Agreement?.Cosine, seen.Agreement?.MaxRelativeDifference);
    }
}
