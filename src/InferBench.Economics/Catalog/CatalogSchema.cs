using InferBench.Core.Json;

namespace InferBench.Economics.Catalog;

/// <summary>The published JSON Schema of a catalog file.</summary>
public static class CatalogSchema
{
    public static string Text => JsonSchemas.Export(CatalogJson.Default.CatalogDocument, "InferBench catalog file (built in, or your own with --catalog)");
}
