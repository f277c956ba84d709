using System.Globalization;
using InferBench.Core.Errors;

namespace InferBench.Runtime.Scoring;

/// <summary>One way through the documents for everything that is counted: with a reference, both models' rows are taken side by side.</summary>
internal sealed class DocumentWalk
{
    private readonly SequenceScorer _model;
    private readonly SequenceScorer? _reference;
    private readonly LogProbabilities _modelRow;
    private readonly LogProbabilities _referenceRow;

    public DocumentWalk(SequenceScorer model, SequenceScorer? reference)
    {
        if (ReferenceEquals(model, reference))
        {
            throw new ArgumentException("A model is compared with itself through two scorers: one holds one place in one sequence.", nameof(reference));
        }

        if (reference is not null && reference.Vocabulary != model.Vocabulary)
        {
            throw new BadInputException(string.Create(
                CultureInfo.InvariantCulture,
                $"{model.File} has a vocabulary of {model.Vocabulary} and its reference {reference.File} one of {reference.Vocabulary}; they cannot be compared"));
        }

        (_model, _reference) = (model, reference);
        _modelRow = new LogProbabilities(model.Vocabulary);
        _referenceRow = new LogProbabilities(reference is null ? 0 : reference.Vocabulary);
    }

    public NllTally Nll { get; } = new();

    public NllTally ReferenceNll { get; } = new();

    public DivergenceTally Divergence { get; } = new();

    public void Run(IReadOnlyList<int[]> documents)
    {
        if (documents.Count == 0)
        {
            throw new BadInputException("there is no document to score");
        }

        foreach (var document in documents)
        {
            Walk(document);
        }
    }

    private void Walk(int[] ids)
    {
        var rows = _model.Open(ids);
        var references = _reference?.Open(ids);
        Nll.BeginDocument();
        ReferenceNll.BeginDocument();
        for (var position = 0; position < ids.Length - 1; position++)
        {
            _modelRow.Set(position, rows.Next());
            var next = ids[position + 1];
            Add(Nll, _model, _modelRow, position, next);
            if (references is not null)
            {
                _referenceRow.Set(position, references.Next());
                Add(ReferenceNll, _reference!, _referenceRow, position, next);
                Divergence.Add(position, _referenceRow, _modelRow);
            }
        }
    }

    private static void Add(NllTally tally, SequenceScorer scorer, LogProbabilities row, int position, int next)
    {
        if (double.IsNegativeInfinity(row.Log[next]))
        {
            throw new BadInputException(string.Create(
                CultureInfo.InvariantCulture, $"{scorer.File} gives probability 0 to id {next} after position {position}; the perplexity is infinite"));
        }

        tally.Add(row.Log[next]);
    }
}
