using InferBench.Core.Placement;
using InferBench.Core.Plans;
using InferBench.Core.Runs;
using InferBench.Core.Samples;
using InferBench.Core.Statistics;

namespace InferBench.Core.Validity;

/// <summary>What a rule may look at.</summary>
/// <param name="Operations">Measured operations.</param>
/// <param name="Rate">The rate that divides into cost: output tokens per second, or items per second.</param>
/// <param name="Placement">Where the session's operators ran; null where that is not known.</param>
internal sealed record Evidence(Cell Cell, CellMeasurement Measurement, int Operations, Estimate Rate, MeasureSettings Settings, NodePlacement? Placement = null);
