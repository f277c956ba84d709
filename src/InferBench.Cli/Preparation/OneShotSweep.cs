using System.Globalization;
using InferBench.Core.Errors;
using InferBench.Core.Plans;
using InferBench.Core.Workers;
using InferBench.Models.Onnx;
using InferBench.Runtime.Execution;
using InferBench.Runtime.Sessions;

namespace InferBench.Cli.Preparation;

/// <summary>The cells of a one-shot model: batches where its batch is open, lengths where it is an encoder whose sequence is.</summary>
internal sealed class OneShotSweep
{
    private readonly OneShotFeed _feed;
    private readonly IReadOnlyList<int> _batches;
    private readonly IReadOnlyList<int?> _lengths;

    private OneShotSweep(OneShotFeed feed, Plan plan, string? testDataFolder)
    {
        _feed = feed;
        Request = new OneShotRequest(plan.Inputs ?? [], plan.Dims ?? [], testDataFolder);
        _batches = feed.Axes.FixedBatch is { } own ? [own] : feed.AskedBatch is { } asked ? [asked] : [.. plan.Batches!.Order()];
        _lengths = !feed.Axes.OpenSequence ? [null] : feed.AskedSequence is { } length ? [length] : [.. plan.Prompts!];
    }

    public OneShotRequest Request { get; }

    /// <summary>Whether the plan's prompt lengths are its sequence lengths.</summary>
    public bool TakesPrompts => _feed.Axes.OpenSequence && _feed.AskedSequence is null;

    /// <param name="plan">The plan as applied.</param>
    /// <param name="model">A model that is no decoder.</param>
    /// <param name="source">What to call the plan in messages.</param>
    /// <exception cref="BadInputException">The model has no such inputs, or they cannot be made.</exception>
    public static OneShotSweep Of(Plan plan, PreparedModel model, string source)
    {
        try
        {
            var sweep = new OneShotSweep(
                OneShotFeed.Of(OnnxModelReader.Read(model.Path), plan.Inputs ?? [], plan.Dims ?? [], model.TestDataFolder), plan, model.TestDataFolder);
            sweep.RequireInputs();
            return sweep;
        }
        catch (BadInputException problem)
        {
            throw BadInputException.Of([.. problem.Message.Split('\n', StringSplitOptions.TrimEntries).Select(line => $"{source}: {model.Model.Name}: {line}")]);
        }
    }

    /// <summary>Smallest batch first: running out of memory then costs least.</summary>
    public IReadOnlyList<PlannedCell> Cells(Plan plan, PreparedModel model) =>
    [
        .. from batch in _batches
           from length in _lengths
           let cell = new Cell(model.Model.Name, model.Model.Precision, model.Model.Provider, batch, length, null, plan.Threads!.Value)
           let data = _feed.TestDataSha256(batch, length)
           select new PlannedCell(
               CellKey.OfOneShot(cell, model.Model.Sha256, InferenceOrt.Version, plan.Seed!.Value, Request.Inputs, Request.Dims, data), cell),
    ];

    /// <summary>Memory of the inputs of a cell, at least.</summary>
    public long Bytes(Cell cell) => _feed.InputBytes(cell.Batch, cell.PromptTokens);

    /// <summary>What the sweep makes of the model, for the person.</summary>
    public string Describe()
    {
        var batch = _feed.Axes.FixedBatch is { } size ? string.Create(CultureInfo.InvariantCulture, $"batch {size}, fixed by the model")
            : _feed.AskedBatch is { } asked ? string.Create(CultureInfo.InvariantCulture, $"batch {asked}, fixed by --input")
            : "open batch";
        var own = _batches.Where(items => _lengths.Any(length => _feed.HasTestData(items, length))).ToList();
        return own switch
        {
            [] => $"{batch}, made-up inputs",
            [var one] when _batches.Count > 1 => string.Create(CultureInfo.InvariantCulture, $"{batch}, made-up inputs and at batch {one} test_data_set_0"),
            _ => $"{batch}, inputs from test_data_set_0",
        };
    }

    /// <summary>Makes the smallest cell's inputs, as the worker will: what is wrong with them is then said before anything is measured.</summary>
    private void RequireInputs()
    {
        if (_feed.IsDeclared)
        {
            _ = _feed.Make(_batches[0], _lengths[0]);
        }
    }
}
