using System.CommandLine;
using InferBench.Core.Errors;
using InferBench.Economics.Catalog;

namespace InferBench.Cli.Commands;

/// <summary>The options of every command that uses prices: the person's own file, and the day for which prices are wanted.</summary>
internal sealed class CatalogOptions
{
    private readonly Option<string> _file = new("--catalog")
    {
        HelpName = "FILE",
        Description = "Prices of your own, a JSON file that replaces or adds entries of the catalog ('inferbench schema catalog').",
    };

    private readonly Option<string> _asOf = new("--as-of") { HelpName = "DATE", Description = "Day for which prices are wanted, such as 2026-11-20. Default: today." };

    public void AddTo(Command command)
    {
        command.Options.Add(_file);
        command.Options.Add(_asOf);
    }

    /// <exception cref="BadInputException">It is no date.</exception>
    public DateOnly Day(ParseResult parsed, TimeProvider time) => OptionValues.Day(parsed, _asOf) ?? OptionValues.Today(time);

    /// <exception cref="BadInputException">The file cannot be used; a line for each problem.</exception>
    public PriceCatalog Load(ParseResult parsed, DateOnly day) => PriceCatalog.Load(parsed.GetValue(_file), day);
}
