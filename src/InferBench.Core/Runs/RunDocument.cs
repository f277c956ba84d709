using System.ComponentModel;
using System.Text.Json.Serialization;
using InferBench.Core.Ceilings;
using InferBench.Core.Plans;

namespace InferBench.Core.Runs;

/// <summary><c>run.json</c>: everything needed to recompute every figure of a run, on any machine.</summary>
public sealed record RunDocument
{
    public const int CurrentSchemaVersion = 1;

    [Description("Version of this document's format; 1.")]
    public required int SchemaVersion { get; init; }

    [Description("SHA-256 over everything else that the document says; `inferbench verify` checks it. Null in documents that were written before there was one.")]
    public string? Digest { get; init; }

    public required string RunId { get; init; }

    public required ToolVersion Tool { get; init; }

    [Description("UTC.")]
    public required DateTimeOffset StartedAt { get; init; }

    [Description("UTC; null where the run was stopped.")]
    public DateTimeOffset? EndedAt { get; init; }

    [Description("Whether every planned cell has ended, in whatever way.")]
    public required bool Complete { get; init; }

    public required IReadOnlyList<string> Argv { get; init; }

    public required Plan PlanAsked { get; init; }

    public required Plan Plan { get; init; }

    public required RunEnvironment Environment { get; init; }

    public required HourlyPrice Price { get; init; }

    [Description("The run that was measured, where this is the same measurement under another price; null where this is the measured run itself.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RunRepricing? Repricing { get; init; }

    [Description("What the machine can do at most, for each provider; null where it was not measured.")]
    public IReadOnlyList<MachineCeilings>? Ceilings { get; init; }

    public required IReadOnlyList<RunModel> Models { get; init; }

    public required IReadOnlyList<RunShard> Shards { get; init; }

    public required IReadOnlyList<RunCell> Cells { get; init; }

    [Description("Each cell over its launches; null where there was one of each.")]
    public IReadOnlyList<RepeatedCell>? Repeats { get; init; }
}
