using System.Globalization;
using InferBench.Core.Errors;
using InferBench.Core.Samples;
using InferBench.Runtime.Buffers;
using InferBench.Runtime.Decoding;

namespace InferBench.Runtime.Scoring;

/// <summary>
/// What a loaded decoder thinks of given sequences. A model with full logits sees a sequence in one pass; one that gives the last
/// position's logits alone sees it token by token. Not safe for concurrent use; dispose before the session.
/// </summary>
public sealed class SequenceScorer : IDisposable
{
    /// <summary>Above this one pass takes more memory than its speed is worth, and the cache gives the same logits.</summary>
    private const long LargestLogits = 1L << 30;

    private readonly DecoderSession _session;
    private readonly long _largestLogits;
    private ILogitsRows? _onePass;
    private ILogitsRows? _stepped;

    public SequenceScorer(DecoderSession session)
        : this(session, LargestLogits)
    {
    }

    internal SequenceScorer(DecoderSession session, long largestLogits) => (_session, _largestLogits) = (session, largestLogits);

    /// <summary>File name of the model.</summary>
    public string File => _session.File;

    public int Vocabulary => _session.Layout.Vocabulary;

    /// <summary>Visits a row for each id that has a successor: positions 0 to the last but one.</summary>
    /// <exception cref="BadInputException">Fewer than two ids, one outside the vocabulary, or more than the model's context.</exception>
    public void Score(ReadOnlySpan<int> ids, LogitsVisitor visitor)
    {
        var rows = Open(ids);
        for (var position = 0; position < ids.Length - 1; position++)
        {
            visitor(position, ids[position + 1], rows.Next());
        }
    }

    /// <summary>The <paramref name="tokens"/> ids that follow a prompt when the most likely one is taken each time; end tokens do not stop it.</summary>
    /// <exception cref="BadInputException">The prompt is empty or has an id outside the vocabulary, or the lengths do not fit the context.</exception>
    public int[] GreedyPrefix(ReadOnlySpan<int> prompt, int tokens)
    {
        using var workload = _session.CreateWorkload(1, prompt.Length, tokens);
        var ids = new long[prompt.Length];
        for (var i = 0; i < ids.Length; i++)
        {
            ids[i] = prompt[i];
        }

        workload.SetPrompt(ids);
        workload.Run(new OperationTrace(tokens));
        return workload.Output(0).ToArray();
    }

    public void Dispose()
    {
        _onePass?.Dispose();
        _stepped?.Dispose();
    }

    /// <summary>Begins a sequence, whose rows are then taken one by one.</summary>
    internal ILogitsRows Open(ReadOnlySpan<int> ids)
    {
        Check(ids);
        var layout = _session.Layout;
        var onePass = layout.LogitsLength(ids.Length) == ids.Length
            && ElementSize.Bytes(layout.LogitsType, ids.Length, layout.Vocabulary) <= _largestLogits;
        var rows = onePass ? _onePass ??= new OnePassRows(_session) : _stepped ??= new SteppedRows(_session);
        rows.Start(ids);
        return rows;
    }

    private void Check(ReadOnlySpan<int> ids)
    {
        if (ids.Length < 2)
        {
            throw new BadInputException(string.Create(
                CultureInfo.InvariantCulture, $"a document of {ids.Length} ids: at least 2 are needed, the first is not scored"));
        }

        var strange = ids.IndexOfAnyExceptInRange(0, Vocabulary - 1);
        if (strange >= 0)
        {
            throw new BadInputException(string.Create(
                CultureInfo.InvariantCulture, $"document id {ids[strange]} at position {strange}: {File} knows ids 0 to {Vocabulary - 1}"));
        }

        if (_session.Layout.ContextLength is { } context && ids.Length > context)
        {
            throw new BadInputException(string.Create(
                CultureInfo.InvariantCulture, $"a document of {ids.Length} ids: {File} has a context of {context}; cut it into shorter ones"));
        }
    }
}
