using InferBench.Core.Errors;
using InferBench.Economics.Catalog;

namespace InferBench.Cli.Sizing;

/// <summary>Devices of the catalog by what people call them.</summary>
internal static class Devices
{
    /// <exception cref="BadInputException">There is no such device; the message names near ones.</exception>
    public static HardwareSpec Named(PriceCatalog catalog, string name, string option)
    {
        if (catalog.FindHardware(name) is { } device)
        {
            return device;
        }

        var near = NearNames.Of(catalog.Hardware.Select(one => one.Id), name);
        throw new BadInputException($"{option}: '{name}' is no device of the catalog{(near.Count > 0 ? $"; did you mean {string.Join(", ", near)}?" : $"; there are {string.Join(", ", catalog.Hardware.Select(one => one.Id))}")}");
    }
}
