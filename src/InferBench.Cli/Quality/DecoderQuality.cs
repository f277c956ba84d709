using InferBench.Core.Errors;
using InferBench.Core.Plans;
using InferBench.Core.Quality;
using InferBench.Core.Statistics;
using InferBench.Models.Tokenizers;
using InferBench.Runtime.Decoding;
using InferBench.Runtime.Scoring;
using InferBench.Runtime.Sessions;

namespace InferBench.Cli.Quality;

/// <summary>Scores a decoder on a text file, or on what the reference (or the model itself, where it stands alone) says by itself.</summary>
internal static class DecoderQuality
{
    public const int DefaultGreedyTokens = 64;

    private const int GreedyPrompt = 32;

    /// <exception cref="BadInputException">A model cannot be loaded or scored, or the text cannot be read by both.</exception>
    public static QualityFigures Measure(QualityRequest request)
    {
        // Before the models: a missing tokenizer need not wait for gigabytes.
        var file = request.Text is { } path ? TextFile.Read(path) : null;
        var tokenizer = file is null ? null : TokenizerReader.Open(request.Model);
        var referenceTokenizer = file is null || request.Reference is null ? null : TokenizerReader.Open(request.Reference);

        using var session = DecoderSession.Load(request.Model, request.Provider, request.Threads, TokenSelection.Host);
        using var referenceSession = request.Reference is { } reference ? DecoderSession.Load(reference, request.Provider, request.Threads, TokenSelection.Host) : null;
        int? context = Shorter(session.Layout.ContextLength, referenceSession?.Layout.ContextLength);
        var longest = context ?? int.MaxValue;
        var text = file is null
            ? ScoredText.Sampled(referenceSession ?? session, longest, request.MaxTokens)
            : ScoredText.Fit(EncodedText.Encode(file, tokenizer!, referenceTokenizer), longest, request.MaxTokens);
        if (text.Documents.Count == 0)
        {
            throw new BadInputException($"{file!.Name}: no document has two tokens; the first of each is not scored");
        }

        using var scorer = new SequenceScorer(session);
        using var referenceScorer = referenceSession is null ? null : new SequenceScorer(referenceSession);
        var against = referenceScorer is null ? null : Against(referenceScorer, text.Documents[0], request.GreedyTokens, longest);
        var score = QualityScore.Measure(scorer, text.Documents, against);
        return new QualityFigures(
            score with
            {
                Perplexity = Finite(score.Perplexity, scorer.File),
                ReferencePerplexity = score.ReferencePerplexity is { } other ? Finite(other, referenceScorer!.File) : null,
                PerplexityChange = score.PerplexityChange is { } change ? Finite(change, scorer.File) : null,
            },
            against?.Prompt.Count,
            Described(text, file, tokenizer, context, score),
            null,
            InferenceOrt.Version);
    }

    private static QualityText Described(ScoredText text, TextFile? file, ITokenizer? tokenizer, int? context, QualityScore score) => new(
        file?.Name,
        file is null ? ScoredText.Seed : null,
        tokenizer?.Description,
        file is null ? null : tokenizer!.TokensPerThousandCharacters(file.Joined),
        score.Documents,
        text.Cut,
        context,
        score.TokensScored);

    private static QualityReference Against(SequenceScorer reference, int[] document, int? asked, int longest)
    {
        var prompt = document[..Math.Max(1, Math.Min(Math.Min(GreedyPrompt, document.Length), longest - (asked ?? DefaultGreedyTokens)))];
        return new QualityReference(reference.File, reference, prompt, asked ?? Math.Min(DefaultGreedyTokens, longest - prompt.Length));
    }

    private static int? Shorter(int? one, int? other) => one is null || other < one ? other : one;

    /// <summary>A model that is broken altogether can have a mean log-likelihood that exp does not take.</summary>
    private static Estimate Finite(Estimate perplexity, string file) =>
        !double.IsFinite(perplexity.Value) ? throw new BadInputException($"{file}: the perplexity is beyond any number; the model is broken")
        : perplexity.High is { } high && !double.IsFinite(high) ? perplexity with { High = null }
        : perplexity;
}
