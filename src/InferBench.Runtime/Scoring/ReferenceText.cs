using InferBench.Core.Errors;
using InferBench.Runtime.Decoding;

namespace InferBench.Runtime.Scoring;

/// <summary>Documents to score where there is no text: what the reference model itself says at temperature 1.</summary>
public static class ReferenceText
{
    /// <summary>
    /// Samples documents, each from a stream of its own. They begin with the model's begin token, or with a random ordinary one where no
    /// configuration names it, and end with an end token or at the length. The same seed gives the same documents as long as the logits are
    /// the same, which another machine, provider or thread count need not grant: keep the documents, not the seed.
    /// </summary>
    /// <param name="session">Reference model.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="documents">Documents to make.</param>
    /// <param name="length">Longest document in ids, the first one included; 2 or more.</param>
    /// <exception cref="BadInputException">The length does not fit the model's context.</exception>
    public static IReadOnlyList<int[]> Sample(DecoderSession session, long seed, int documents, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(documents);
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 2);
        var layout = session.Layout;
        var firsts = PromptIds.Random(seed, documents, 1, layout.Vocabulary);
        var probabilities = new LogProbabilities(layout.Vocabulary);
        var row = new LogitsRow(layout);
        var texts = new List<int[]>(documents);
        using var workload = session.CreateWorkload(1, 1, length - 1);
        for (var document = 0; document < documents; document++)
        {
            // Apart from the streams that chose the first tokens.
            var random = new SplitMix64(~seed, document);
            var ids = new List<int>(length) { layout.BosTokenId is { } bos && bos < layout.Vocabulary && bos >= 0 ? bos : (int)firsts[document] };
            workload.Bindings.Prompt.Set(0, ids[0]);
            for (var step = 0; step < length - 1; step++)
            {
                workload.Step(step);
                probabilities.Set(step, row.Read(step == 0 ? workload.Bindings.PrefillLogits : workload.Bindings.StepLogits, 0));
                var id = Draw(probabilities.Probabilities, random.NextDouble());
                workload.Bindings.Token.Set(0, id);
                ids.Add(id);
                if (layout.EosTokenIds?.Contains(id) == true)
                {
                    break;
                }
            }

            texts.Add([.. ids]);
        }

        return texts;
    }

    /// <summary>The id at which the running sum of probabilities passes <paramref name="point"/>.</summary>
    internal static int Draw(ReadOnlySpan<double> probabilities, double point)
    {
        double sum = 0;
        var last = 0;
        for (var id = 0; id < probabilities.Length; id++)
        {
            if (probabilities[id] > 0)
            {
                (sum, last) = (sum + probabilities[id], id);
                if (point < sum)
                {
                    return id;
                }
            }
        }

        // The sum may end a rounding below 1.
        return last;
    }
}
