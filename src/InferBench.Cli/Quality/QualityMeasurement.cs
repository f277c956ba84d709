using InferBench.Cli.Preparation;
using InferBench.Core.Errors;
using InferBench.Models.Onnx;
using InferBench.Runtime.Scoring;
using InferBench.Runtime.Sessions;

namespace InferBench.Cli.Quality;

/// <summary>Loads the models of a request, whose names are files by now, and scores them.</summary>
internal static class QualityMeasurement
{
    /// <exception cref="BadInputException">A model cannot be loaded or scored, or the text cannot be read by both.</exception>
    public static QualityFigures Run(QualityRequest request) => ModelFacts.IsDecoder(OnnxModelReader.Read(request.Model).Graph)
        ? DecoderQuality.Measure(request)
        : new QualityFigures(
            null,
            null,
            null,
            OneShotQuality.Measure(request.Model, request.Reference!, request.Provider, request.Threads, request.Inputs, request.Dims),
            InferenceOrt.Version);
}
