namespace InferBench.Reporting.Charts;

/// <param name="Value">Where it stands.</param>
/// <param name="Label">What is written there.</param>
internal sealed record AxisTick(double Value, string Label);
