namespace InferBench.Economics.Catalog;

/// <summary>Finds a device by what people and drivers call it.</summary>
internal static class HardwareNames
{
    private static readonly char[] Separators = [' ', '-', '_', '(', ')'];

    /// <summary>Products of the same number for notebooks are other chips.</summary>
    private const string Laptop = "Laptop";

    public static HardwareSpec? Find(IReadOnlyList<HardwareSpec> devices, string name) =>
        devices.FirstOrDefault(device => Is(device.Id, name)
            || device.Id.EndsWith($"-{name}", StringComparison.OrdinalIgnoreCase)
            || Is(device.Name, name)
            || device.Aliases.Any(alias => Is(alias, name)))
        ?? OfProduct(devices, name);

    private static HardwareSpec? OfProduct(IReadOnlyList<HardwareSpec> devices, string productName)
    {
        // Whole words: "GB200" is another product than "B200", and "L4" is no part of "L40S".
        var words = productName.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        return words.Contains(Laptop, StringComparer.OrdinalIgnoreCase)
            ? null
            : devices.Where(device => device.ProductWords.Count > 0
                    && device.ProductWords.All(word => words.Contains(word, StringComparer.OrdinalIgnoreCase)))
                .MaxBy(device => device.ProductWords.Count);
    }

    private static bool Is(string? one, string other) => one is not null && one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
