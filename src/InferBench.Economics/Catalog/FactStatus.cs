namespace InferBench.Economics.Catalog;

/// <summary>Whether a price was seen in force or only told to come: announced prices have been cancelled before.</summary>
public enum FactStatus
{
    Observed,
    Announced,
}
