using InferBench.Models.Precision;
using InferBench.Models.Synthetic;

namespace InferBench.Cli.Quality;

/// <summary>A synthetic model in one precision, written <c>llama-15m:int4</c>.</summary>
/// <param name="Name">Name of a preset.</param>
/// <param name="Precision">Precision as it was written; fp32 where none was.</param>
internal sealed record SyntheticName(string Name, string Precision)
{
    /// <returns>Null where the text names no preset: it may be a path, with colons of its own.</returns>
    public static SyntheticName? Parse(string text)
    {
        if (LlamaShapes.All.ContainsKey(text))
        {
            return new SyntheticName(text, WeightPrecision.Fp32.Name);
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && LlamaShapes.All.ContainsKey(text[..colon]) ? new SyntheticName(text[..colon], text[(colon + 1)..]) : null;
    }
}
