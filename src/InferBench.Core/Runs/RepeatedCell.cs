using InferBench.Core.Plans;
using InferBench.Core.Statistics;

namespace InferBench.Core.Runs;

/// <summary>A cell over several launches of its worker: the spread from run to run, which the spread within a run says nothing about.</summary>
/// <param name="Cell">The cell, as of its first launch.</param>
/// <param name="Launches">Launches with usable figures.</param>
/// <param name="PerSecond">Mean rate (total time for each unit, inverted) with the 95 % interval over launches, each launch one value; output tokens or items.</param>
/// <param name="Slowest">Rate of the slowest launch.</param>
/// <param name="Fastest">Rate of the fastest launch.</param>
/// <param name="WithinHalfWidth">Widest half of a launch's own 95 % interval, as a fraction of its rate; null where no launch has one.</param>
public sealed record RepeatedCell(Cell Cell, int Launches, Estimate PerSecond, double Slowest, double Fastest, double? WithinHalfWidth);
