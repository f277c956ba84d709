namespace InferBench.Core.Scenarios;

/// <summary>So many of something in so many seconds.</summary>
/// <param name="Count">0 or more.</param>
/// <param name="Seconds">0 or more.</param>
public readonly record struct Rate(double Count, double Seconds)
{
    /// <summary>Null where no time passed.</summary>
    public double? PerSecond => Seconds > 0 ? Count / Seconds : null;
}
