using InferBench.Core.Runs;
using InferBench.Core.Statistics;
using InferBench.Economics.Costs;

namespace InferBench.Reporting.Reports;

/// <summary>What a machine's best cell costs with one model, precision, provider and shape: a line of the table of machines.</summary>
/// <param name="Machine">The machine by its hardware.</param>
/// <param name="RunId">The run that measured it.</param>
/// <param name="Model">Model.</param>
/// <param name="Precision">Weight format.</param>
/// <param name="Provider">Execution provider.</param>
/// <param name="PromptTokens">Prompt length; null for a model without one.</param>
/// <param name="GeneratedTokens">Generated length; null for a one-shot model.</param>
/// <param name="Batch">Batch of the cheapest cell.</param>
/// <param name="Unit">What a million is a million of.</param>
/// <param name="UsdPerMillion">US dollars per million at full load, with its 95 % interval.</param>
/// <param name="PerUserTokensPerSecond">Speed that one user sees in that cell; null where there is none.</param>
/// <param name="Valid">Whether that cell is valid; false where no cell of the line is.</param>
/// <param name="Quality">What the model loses, in a few words; empty where that is not known.</param>
/// <param name="Price">What an hour of the machine costs.</param>
public sealed record MachineLine(
    string Machine,
    string RunId,
    string Model,
    string Precision,
    string Provider,
    int? PromptTokens,
    int? GeneratedTokens,
    int Batch,
    CostUnit Unit,
    Estimate UsdPerMillion,
    Estimate? PerUserTokensPerSecond,
    bool Valid,
    string Quality,
    HourlyPrice Price);
