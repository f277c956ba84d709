using System.CommandLine;

namespace InferBench.Cli.Commands;

/// <summary><c>inferbench catalog</c>: devices and prices, each figure with its source and date.</summary>
internal static class CatalogCommand
{
    public static Command Create() => new("catalog", "Devices, cloud and API prices, and site figures, each with its source, date and confidence.")
    {
        CatalogListCommand.Create(),
        CatalogShowCommand.Create(),
        CatalogCheckCommand.Create(),
    };
}
