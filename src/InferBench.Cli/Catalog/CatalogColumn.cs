namespace InferBench.Cli.Catalog;

/// <param name="Name">Heading.</param>
/// <param name="Number">Whether the cells are figures, set to the right.</param>
internal sealed record CatalogColumn(string Name, bool Number = false);
