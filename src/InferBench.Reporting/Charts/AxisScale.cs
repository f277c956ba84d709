namespace InferBench.Reporting.Charts;

public enum AxisScale
{
    Linear,
    Log,
}
