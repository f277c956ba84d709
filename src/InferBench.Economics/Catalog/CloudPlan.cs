namespace InferBench.Economics.Catalog;

/// <summary>What kind of price an hour of a GPU has. Only the first four are prices that somebody asks for one thing.</summary>
public enum CloudPlan
{
    OnDemand,
    Reserved,
    Spot,

    /// <summary>Billed by the second that it runs.</summary>
    Serverless,

    /// <summary>What others ask on a marketplace; moves from hour to hour.</summary>
    Marketplace,

    /// <summary>An index, a survey or an average over variants: nobody sells at it.</summary>
    Index,

    /// <summary>An analyst's total cost of ownership: nobody sells at it.</summary>
    TcoEstimate,
}
