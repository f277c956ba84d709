namespace InferBench.Economics.Catalog;

/// <summary>Finds entries by what a person types.</summary>
public static class CatalogSearch
{
    /// <summary>Every entry, in the order of the files.</summary>
    public static IReadOnlyList<CatalogEntry> Entries(this PriceCatalog catalog) => [.. CatalogEntries.Of(catalog.Contents)];

    /// <summary>
    /// The entry of this identity; else the device of this name; else every entry that begins with it, such as all tiers of <c>openai/gpt-5.4</c> or all plans of
    /// a provider. Empty where there is none.
    /// </summary>
    public static IReadOnlyList<CatalogEntry> Find(this PriceCatalog catalog, string name)
    {
        var entries = catalog.Entries();
        var exact = entries.Where(entry => entry.Id.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
        if (exact.Count > 0)
        {
            return exact;
        }

        if (catalog.FindHardware(name) is { } device)
        {
            return [.. entries.Where(entry => entry.Kind == CatalogKind.Hardware && entry.Id == device.Id)];
        }

        return [.. entries.Where(entry => entry.Id.Length > name.Length && entry.Id.StartsWith(name, StringComparison.OrdinalIgnoreCase) && entry.Id[name.Length] is '/' or '#' or '@')];
    }

    /// <summary>Identities that somebody may have meant, nearest first.</summary>
    public static IReadOnlyList<string> Near(this PriceCatalog catalog, string name) =>
        NearNames.Of(
            [.. catalog.Entries().Select(entry => entry.Kind == CatalogKind.Api ? entry.Id.Split('#', '@')[0] : entry.Id), .. catalog.Hardware.SelectMany(device => device.Aliases)],
            name);
}
