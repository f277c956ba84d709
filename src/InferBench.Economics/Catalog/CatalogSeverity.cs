namespace InferBench.Economics.Catalog;

public enum CatalogSeverity
{
    /// <summary>Worth knowing; the figure is used.</summary>
    Note,

    /// <summary>The figure cannot be right or cannot be used.</summary>
    Error,
}
