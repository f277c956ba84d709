using System.Text.Json.Serialization;
using InferBench.Core.Ceilings;
using InferBench.Core.Quality;
using InferBench.Core.Runs;

namespace InferBench.Core.Journals;

/// <summary>One line of <c>journal.jsonl</c>. A run's document is a function of its rows.</summary>
/// <param name="At">When it was written, UTC.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "ev")]
[JsonDerivedType(typeof(RunStartedRow), "run-start")]
[JsonDerivedType(typeof(RunEndedRow), "run-end")]
[JsonDerivedType(typeof(ShardStartedRow), "shard-start")]
[JsonDerivedType(typeof(ShardFailedRow), "shard-failed")]
[JsonDerivedType(typeof(CellStartedRow), "start")]
[JsonDerivedType(typeof(CellMeasuredRow), "measured")]
[JsonDerivedType(typeof(CellFailedRow), "failed")]
[JsonDerivedType(typeof(QualityMeasuredRow), "quality")]
[JsonDerivedType(typeof(QualityFailedRow), "quality-failed")]
[JsonDerivedType(typeof(CeilingsMeasuredRow), "ceilings")]
[JsonDerivedType(typeof(CeilingsFailedRow), "ceilings-failed")]
[JsonDerivedType(typeof(RepricedRow), "repriced")]
public abstract record JournalRow(DateTimeOffset At);

/// <summary>First row of a run.</summary>
public sealed record RunStartedRow(DateTimeOffset At, RunHeader Header) : JournalRow(At);

/// <summary>Every planned cell has ended, and every model that was to be scored.</summary>
public sealed record RunEndedRow(DateTimeOffset At) : JournalRow(At);

/// <summary>A worker has loaded a shard's session.</summary>
public sealed record ShardStartedRow(DateTimeOffset At, string Shard, SessionReport Session) : JournalRow(At);

/// <summary>A worker could not load a shard's session; its cells fail with the same words.</summary>
public sealed record ShardFailedRow(DateTimeOffset At, string Shard, string Error) : JournalRow(At);

/// <summary>Written before a cell's first allocation: a start without an end is a cell that was lost.</summary>
public sealed record CellStartedRow(DateTimeOffset At, string Key) : JournalRow(At);

/// <summary>A cell's raw measurement.</summary>
public sealed record CellMeasuredRow(DateTimeOffset At, string Key, CellMeasurement Measurement) : JournalRow(At);

/// <summary>A cell that ended without a measurement: failed (by the worker), crashed or timed out (by the supervisor).</summary>
public sealed record CellFailedRow(DateTimeOffset At, string Key, CellStatus Status, string Error) : JournalRow(At);

/// <summary>A model of the run was scored; <paramref name="Shard"/> is its name, precision and provider.</summary>
public sealed record QualityMeasuredRow(DateTimeOffset At, string Shard, QualityReport Quality) : JournalRow(At);

/// <summary>A model of the run could not be scored; its cells keep their speed and say why they have no quality.</summary>
public sealed record QualityFailedRow(DateTimeOffset At, string Shard, string Error) : JournalRow(At);

/// <summary>What the machine can do at most with one provider, measured before the cells.</summary>
public sealed record CeilingsMeasuredRow(DateTimeOffset At, MachineCeilings Ceilings) : JournalRow(At);

/// <summary>A provider's ceilings could not be measured; the run goes on without them.</summary>
public sealed record CeilingsFailedRow(DateTimeOffset At, string Provider, string Error) : JournalRow(At);

/// <summary>The same measurement under another price; the last one counts.</summary>
public sealed record RepricedRow(DateTimeOffset At, HourlyPrice Price, RunRepricing Repricing) : JournalRow(At);
