using System.Text.Json;
using InferBench.Core.Errors;

namespace InferBench.Economics.Memory;

/// <summary>The open models whose dimensions are shipped with the program.</summary>
public static class KnownModels
{
    private static readonly Lazy<IReadOnlyList<ModelArchitecture>> Shipped = new(Read);

    public static IReadOnlyList<ModelArchitecture> All => Shipped.Value;

    /// <exception cref="BadInputException">There is none of that name; the message lists those there are.</exception>
    public static ModelArchitecture Named(string name) =>
        All.FirstOrDefault(model => model.Id.Equals(name, StringComparison.OrdinalIgnoreCase) || model.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new BadInputException($"--model: '{name}' is not among the models whose dimensions are known; there are {string.Join(", ", All.Select(model => model.Id))}");

    private static IReadOnlyList<ModelArchitecture> Read()
    {
        using var stream = typeof(KnownModels).Assembly.GetManifestResourceStream("Catalog/models.json")
            ?? throw new InvalidOperationException("models.json is not in the program");
        return JsonSerializer.Deserialize(stream, ModelsJson.Default.ModelsDocument)!.Models;
    }
}
