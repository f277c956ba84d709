using InferBench.Core.Errors;
using InferBench.Runtime.Decoding;
using InferBench.Runtime.Scoring;

namespace InferBench.Cli.Quality;

/// <summary>The documents that are scored, as ids.</summary>
/// <param name="Documents">Ids of each, two or more.</param>
/// <param name="Cut">Documents that lost their end to the context or to the limit on tokens.</param>
internal sealed record ScoredText(IReadOnlyList<int[]> Documents, int Cut)
{
    /// <summary>Seed of sampled text.</summary>
    public const long Seed = 42;

    /// <summary>Tokens to score where text is sampled and no limit was given: enough for a 99th percentile several times over.</summary>
    public const int SampledTokens = 1_024;

    /// <summary>Several documents, since an interval needs them; each begins with one id that is not scored.</summary>
    private const int SampledLength = 65;

    /// <summary>What the reference says by itself.</summary>
    /// <param name="reference">Reference model.</param>
    /// <param name="longest">Most ids of a document.</param>
    /// <param name="maxTokens">Tokens to score; null for <see cref="SampledTokens"/>.</param>
    /// <exception cref="BadInputException">The context holds no two tokens, or the logits are not finite.</exception>
    public static ScoredText Sampled(DecoderSession reference, int longest, int? maxTokens)
    {
        var tokens = maxTokens ?? SampledTokens;
        var length = (int)Math.Min(Math.Min(SampledLength, longest), tokens + 1L);
        if (length < 2)
        {
            throw new BadInputException($"{reference.File}: a context of {longest} tokens is too short to score anything");
        }

        var documents = ReferenceText.Sample(reference, Seed, ((tokens - 1) / (length - 1)) + 1, length);
        return Fit(documents, longest, tokens) with { Cut = 0 };
    }

    /// <summary>Cuts every document at the longest that fits, and stops at the limit on scored tokens. Documents of one id, in which nothing can be scored, are left out.</summary>
    public static ScoredText Fit(IEnumerable<int[]> documents, int longest, int? maxTokens)
    {
        long left = maxTokens ?? long.MaxValue - 1;
        var cut = 0;
        List<int[]> kept = [];
        foreach (var document in documents)
        {
            var length = (int)Math.Min(Math.Min(document.Length, longest), left + 1);
            if (length >= 2)
            {
                kept.Add(document[..length]);
                cut += length < document.Length ? 1 : 0;
                left -= length - 1;
            }

            if (left == 0)
            {
                break;
            }
        }

        return new ScoredText(kept, cut);
    }
}
