namespace InferBench.Economics.Machines;

/// <summary>A machine as somebody pays for it.</summary>
public interface IMachine
{
    /// <summary>What it is and on which terms it is had, in a few words.</summary>
    public string Description { get; }

    /// <summary>Where the price comes from, with its day.</summary>
    public string Source { get; }

    /// <summary>True where nobody gave the price: it is shown as an assumption wherever it is used.</summary>
    public bool IsAssumed { get; }

    /// <summary>Low and high factors on the price that its source leaves open, such as a listed range; null where there is one figure.</summary>
    public PriceRange? Range { get; }

    /// <param name="utilization">Share of the time in which it works, from 0 to 1.</param>
    public HourlyCost CostAt(double utilization);

    /// <summary>The same machine at a multiple of its price: of the purchase, or of the hour.</summary>
    public IMachine AtPrice(double factor);
}
