using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using InferBench.Models.Precision;

namespace InferBench.Models.Synthetic;

/// <summary>Everything that decides the bytes of a synthetic model. Equal specs give equal files on every system.</summary>
public sealed record SyntheticModelSpec
{
    /// <summary>Counts up whenever the same spec would give other bytes.</summary>
    public const int BuilderVersion = 1;

    /// <summary>The preset's name, or any other name for a shape of one's own: letters, digits, dots and dashes.</summary>
    public required string ShapeName { get; init; }

    /// <summary>Dimensions.</summary>
    public required LlamaShape Shape { get; init; }

    /// <summary>How the graph is written.</summary>
    public ModelLayout Layout { get; init; } = ModelLayout.GenAi;

    /// <summary>How weights are stored, and the float type between operators.</summary>
    public WeightPrecision Precision { get; init; } = WeightPrecision.Fp32;

    /// <summary>Seed of the weights.</summary>
    public ulong Seed { get; init; } = 42;

    /// <summary>A stable folder name, such as <c>llama-110m-genai-int4-rtn-b32-sym-s42-v1</c>; a shape that is not the preset's adds a short hash of it.</summary>
    public string FolderName
    {
        get
        {
            var changed = LlamaShapes.All.TryGetValue(ShapeName, out var preset) && preset == Shape ? "" : $"-{ShapeHash()}";
            return string.Create(
                CultureInfo.InvariantCulture, $"{ShapeName}{changed}-{Layout.ToString().ToLowerInvariant()}-{Precision.Name}-s{Seed}-v{BuilderVersion}");
        }
    }

    /// <summary>A preset in the given form.</summary>
    /// <exception cref="ModelBuildException">No preset has this name.</exception>
    public static SyntheticModelSpec Preset(string name, WeightPrecision? precision = null, ModelLayout layout = ModelLayout.GenAi, ulong seed = 42) =>
        new() { ShapeName = name, Shape = LlamaShapes.Named(name), Precision = precision ?? WeightPrecision.Fp32, Layout = layout, Seed = seed };

    /// <summary>Everything that keeps this from being built; empty when it can be.</summary>
    public IReadOnlyList<string> Problems()
    {
        List<string> problems = [.. Shape.Problems()];
        if (ShapeName.Length is 0 or > 64 || !ShapeName.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_') || ShapeName[0] == '.')
        {
            problems.Add($"name \"{ShapeName}\" must be 1 to 64 letters, digits, dots, dashes or underscores, the first no dot");
        }

        if (Layout == ModelLayout.Optimum && Precision.Activations == ActivationType.Bf16)
        {
            problems.Add($"{Precision.Name} needs the genai layout: norms in the optimum layout are made of ReduceMean, of which ONNX Runtime has no bf16 kernel");
        }

        return problems;
    }

    private string ShapeHash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Shape.Describe())))[..8];
}
