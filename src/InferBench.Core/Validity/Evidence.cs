using InferBench.Core.Metrics;
using InferBench.Core.Placement;
using InferBench.Core.Plans;
using InferBench.Core.Runs;
using InferBench.Core.Samples;

namespace InferBench.Core.Validity;

/// <summary>What a rule may look at; the placement is null where it is not known.</summary>
internal sealed record Evidence(Cell Cell, CellMeasurement Measurement, DecoderMetrics Metrics, MeasureSettings Settings, NodePlacement? Placement = null);
