using System.Globalization;
using System.Text.Json.Serialization;

namespace InferBench.Core.Plans;

/// <summary>One point of the sweep.</summary>
/// <param name="Model">The model's name as shown: a synthetic model's, or a file's or folder's.</param>
/// <param name="Precision">Weight format with its scheme spelled out: <c>fp32</c>, <c>int8-dyn-chan</c>, <c>int4-rtn-b32-sym</c>.</param>
/// <param name="Provider">Execution provider: <c>cpu</c>, <c>cuda</c>, <c>tensorrt</c>.</param>
/// <param name="Batch">Sequences that decode together; items of one forward pass of a one-shot model.</param>
/// <param name="PromptTokens">Prompt length of each sequence; of an encoder, its sequence length. Null where the model has no sequence of open length.</param>
/// <param name="GeneratedTokens">Tokens that each sequence generates, the first included; null for a one-shot model, which generates none.</param>
/// <param name="Threads">Intra-op threads of ONNX Runtime.</param>
/// <param name="Scenario">How operations are issued; <c>closed-loop</c>: one after another.</param>
/// <param name="Launch">Which start of the worker measured it, from 1; more than one where the spread from run to run is wanted.</param>
public sealed record Cell(
    string Model,
    string Precision,
    string Provider,
    int Batch,
    int? PromptTokens,
    int? GeneratedTokens,
    int Threads,
    string Scenario = Cell.ClosedLoop,
    int Launch = 1)
{
    public const string ClosedLoop = "closed-loop";

    /// <summary>Precision of a model that has no weights, such as a decision tree.</summary>
    public const string NoWeights = "none";

    /// <summary>The model as it runs: what its quality belongs to.</summary>
    [JsonIgnore]
    public string ModelKey => $"{Model} {Precision} {Provider}";

    /// <summary>What the cells of one loaded session share.</summary>
    [JsonIgnore]
    public string ShardKey => Launch == 1 ? ModelKey : string.Create(CultureInfo.InvariantCulture, $"{ModelKey} launch {Launch}");

    /// <summary>Whether an operation is one forward pass, counted in items, and not a generation.</summary>
    [JsonIgnore]
    public bool IsOneShot => GeneratedTokens is null;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Model} {Precision} {Provider} b{Batch}{(PromptTokens is { } prompt ? $" p{prompt}" : "")}{(GeneratedTokens is { } generated ? $" g{generated}" : "")}{(Launch == 1 ? "" : $" launch {Launch}")}");
}
