using InferBench.Core.Errors;
using InferBench.Core.Statistics;
using InferBench.Runtime.Decoding;

namespace InferBench.Runtime.Scoring;

/// <summary>Documents to score where there is no text: what the reference model itself says at temperature 1.</summary>
public static class ReferenceText
{
    private const int MostTogether = 16;

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
        var texts = new List<int[]>(documents);
        for (var first = 0; first < documents; first += MostTogether)
        {
            texts.AddRange(SampleTogether(session, seed, first, Math.Min(MostTogether, documents - first), length));
        }

        return texts;
    }

    /// <summary>Documents that are decoded as one batch: a small model's steps cost little more for several sequences than for one.</summary>
    private static IEnumerable<int[]> SampleTogether(DecoderSession session, long seed, int first, int documents, int length)
    {
        var layout = session.Layout;
        var starts = PromptIds.Random(seed, first + documents, 1, layout.Vocabulary);
        var probabilities = new LogProbabilities(layout.Vocabulary);
        var row = new LogitsRow(layout);
        using var workload = session.CreateWorkload(documents, 1, length - 1);

        // Apart from the streams that chose the first tokens.
        var randoms = Enumerable.Range(first, documents).Select(document => new SplitMix64(~seed, document)).ToArray();
        var texts = new List<int>[documents];
        for (var document = 0; document < documents; document++)
        {
            texts[document] = [layout.BosTokenId is { } bos && bos < layout.Vocabulary && bos >= 0 ? bos : (int)starts[first + document]];
            workload.Bindings.Prompt.Set(document, texts[document][0]);
        }

        var speaking = documents;
        for (var step = 0; step < length - 1 && speaking > 0; step++)
        {
            workload.Step(step);
            for (var document = 0; document < documents; document++)
            {
                var ended = layout.EosTokenIds?.Contains(texts[document][^1]) == true && step > 0;
                if (ended)
                {
                    continue;
                }

                probabilities.Set(step, row.Read(step == 0 ? workload.Bindings.PrefillLogits : workload.Bindings.StepLogits, document));
                var id = Draw(probabilities.Probabilities, randoms[document].NextDouble());
                workload.Bindings.Token.Set(document, id);
                texts[document].Add(id);
                speaking -= layout.EosTokenIds?.Contains(id) == true ? 1 : 0;
            }
        }

        return texts.Select(ids => ids.ToArray());
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
