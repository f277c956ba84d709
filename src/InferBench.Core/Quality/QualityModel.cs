using InferBench.Core.Runs;
using InferBench.Core.Statistics;

namespace InferBench.Core.Quality;

/// <summary>A model of a quality report.</summary>
/// <param name="Name">Its own folder or file; nothing of the machine around it.</param>
/// <param name="Precision">Weight format with its scheme.</param>
/// <param name="File">File name.</param>
/// <param name="Sha256">Hash over the model file and its external data.</param>
/// <param name="Synthetic">True for random weights.</param>
/// <param name="Perplexity">On the scored text, with its 95 % interval over documents; null for a one-shot model, which has none.</param>
public sealed record QualityModel(string Name, string Precision, string File, string Sha256, bool Synthetic, Estimate? Perplexity)
{
    public static QualityModel Of(RunModel model, Estimate? perplexity) =>
        new(model.Name, model.Precision, model.File, model.Sha256, model.Synthetic, perplexity);
}
