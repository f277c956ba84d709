using InferBench.Models.Quantization;
using Xunit.Abstractions;

namespace InferBench.Models.Tests.Quantization;

/// <summary>The oracle is a float64 re-implementation's perplexity, kept with the model.</summary>
public sealed class PerplexityTests(ITestOutputHelper output) : IDisposable
{
    private const double Reference = 1.849458391840582;
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [NeedsModelsFact(BabyLlama.Optimum)]
    public void Perplexity_Unquantized_IsTheReferences()
    {
        Assert.Equal(Reference, BabyLlama.Perplexity(TestModels.Path(BabyLlama.Optimum)), 1e-4);
        Assert.Equal(Reference, BabyLlama.Perplexity(TestModels.Path(BabyLlama.GenAi)), 1e-4);
    }

    [NeedsModelsFact(BabyLlama.GenAi)]
    public void Quantize_EachScheme_KeepsThePerplexityWithinItsBound()
    {
        (string Scheme, double Bound)[] schemes =
        [
            ("int8-dyn-chan", 1.01), ("int8-qdq-chan", 1.01), ("int8-rtn-b32-sym", 1.01), ("fp16", 1.001),
            ("int4-rtn-b32-sym", 1.08), ("int4-rtn-b32-asym", 1.08), ("int4-hqq-b32-asym", 1.08),
        ];
        foreach (var model in (string[])[BabyLlama.Optimum, BabyLlama.GenAi])
        {
            var found = schemes.ToDictionary(s => s.Scheme, s => Perplexity(model, s.Scheme));

            Assert.All(schemes, s => Assert.True(found[s.Scheme] <= Reference * s.Bound, $"{model} {s.Scheme}: {found[s.Scheme]:F5}"));
            Assert.True(found["int4-hqq-b32-asym"] < found["int4-rtn-b32-sym"]);
            Assert.True(found["int4-hqq-b32-asym"] < found["int4-rtn-b32-asym"]);
        }
    }

    private double Perplexity(string model, string scheme)
    {
        var folder = _folder.File($"{Path.GetDirectoryName(model)}-{scheme}");
        var report = Quantizer.Quantize(TestModels.Path(model), new QuantizationOptions(QuantizationScheme.Parse(scheme)) { MeasureErrors = true }, folder);
        var perplexity = BabyLlama.Perplexity(report.ModelPath);
        output.WriteLine(FormattableString.Invariant(
            $"{model} {scheme}: {perplexity:F5} ({(perplexity / Reference) - 1:P2}), {report.BytesAfter} bytes, rms {report.Errors.Select(e => e.RootMeanSquare).DefaultIfEmpty().Average():E3}, {report.Quantized} of {report.Candidates}"));
        return perplexity;
    }
}
