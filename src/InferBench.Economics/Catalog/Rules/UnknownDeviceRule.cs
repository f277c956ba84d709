namespace InferBench.Economics.Catalog.Rules;

/// <summary>Offers and rates are of a device that the catalog knows; an index may be of a family of them.</summary>
internal sealed class UnknownDeviceRule : ICatalogRule
{
    private const string Name = "unknown-device";

    public IEnumerable<CatalogFinding> Check(CheckedCatalog catalog)
    {
        var devices = catalog.Contents.Hardware.Select(device => device.Id).ToList();
        return
        [
            .. catalog.Contents.Cloud
                .Where(offer => !IsKnown(devices, offer.Gpu) && !(offer.Plan == CloudPlan.Index && devices.Any(id => id.StartsWith($"{offer.Gpu}-", StringComparison.OrdinalIgnoreCase))))
                .Select(offer => Error(devices, offer.Id, offer.Gpu, offer.Overridden)),
            .. catalog.Contents.Throughput
                .Where(rate => !IsKnown(devices, rate.Gpu))
                .Select(rate => Error(devices, rate.Id, rate.Gpu, rate.Rate.Overridden)),
        ];
    }

    private static bool IsKnown(IEnumerable<string> devices, string gpu) => devices.Contains(gpu, StringComparer.OrdinalIgnoreCase);

    private static CatalogFinding Error(IReadOnlyList<string> devices, string entry, string gpu, bool overridden)
    {
        var near = NearNames.Of(devices, gpu);
        var mend = near.Count > 0 ? $"did you mean {string.Join(" or ", near)}?" : "add it under hardware, or see 'inferbench catalog list hardware'";
        return new CatalogFinding(Name, CatalogSeverity.Error, entry, $"'{gpu}' is no device of the catalog; {mend}", overridden);
    }
}
