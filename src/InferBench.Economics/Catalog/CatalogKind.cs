namespace InferBench.Economics.Catalog;

/// <summary>Kinds of entries, by the words that the command line uses.</summary>
public enum CatalogKind
{
    Hardware,
    Cloud,
    Api,
    ApiModifier,
    Site,
    Throughput,
}
