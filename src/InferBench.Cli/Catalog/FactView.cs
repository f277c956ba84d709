using InferBench.Economics.Catalog;

namespace InferBench.Cli.Catalog;

/// <summary>A fact as printed: the source's id is resolved to what it stands for.</summary>
/// <param name="Name">What it states.</param>
/// <param name="Value">The figure; null where it is known that there is none, or the fact is words.</param>
/// <param name="Text">The fact in words; null where it is a figure.</param>
/// <param name="Unit">Unit of the figure.</param>
/// <param name="Source">Id of the source, or the user's words.</param>
/// <param name="Reference">Address or name of the source.</param>
/// <param name="AsOf">When it was true or looked up.</param>
/// <param name="Confidence">How far it can be trusted.</param>
/// <param name="Alternative">True where another figure for the same thing is used.</param>
/// <param name="Overridden">True where it is from the user's own file.</param>
/// <param name="Note">What a reader has to know.</param>
internal sealed record FactView(
    string Name,
    double? Value,
    string? Text,
    string Unit,
    string Source,
    string Reference,
    string AsOf,
    Confidence Confidence,
    bool Alternative,
    bool Overridden,
    string? Note)
{
    public static FactView Of(PriceCatalog catalog, EntryFact named)
    {
        var fact = named.Fact;
        return new(
            named.Name,
            fact.Value,
            fact.Text,
            fact.Unit,
            fact.Source,
            catalog.Sources.TryGetValue(fact.Source, out var source) ? source.Reference : fact.Source,
            fact.AsOf.Text,
            fact.Confidence,
            fact.Alternative is true,
            fact.Overridden,
            fact.Note);
    }
}
