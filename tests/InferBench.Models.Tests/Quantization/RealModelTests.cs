using InferBench.Models.Quantization;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Xunit.Abstractions;

namespace InferBench.Models.Tests.Quantization;

/// <summary>Models that nobody here wrote either run with close outputs or are refused in one clear line.</summary>
public sealed class RealModelTests(ITestOutputHelper log)
{
    private static readonly string[] Schemes = ["int8-dyn-chan", "int8-qdq-chan", "int8-rtn-b32-sym", "int4-rtn-b32-sym", "fp16"];

    [NeedsModelsFact("mnist/model.onnx")]
    public void Quantize_Mnist_RunsInEveryFormButDynamicWhichItsOpsetLacks() =>
        Check("mnist/model.onnx", ("int8-dyn-chan", "needs 11 or later"));

    [NeedsModelsFact("external-data/mnist-external/mnist.onnx")]
    public void Quantize_ExternalMnist_Runs() => Check("external-data/mnist-external/mnist.onnx");

    [NeedsModelsFact("tiny-bert/model.onnx")]
    public void Quantize_TinyBert_Runs() => Check("tiny-bert/model.onnx");

    [NeedsModelsFact("tiny-gpt2-genai/past.onnx")]
    public void Quantize_TinyGpt2_Runs() => Check("tiny-gpt2-genai/past.onnx");

    [NeedsModelsFact("silero-vad/silero_vad_16k_op15.onnx")]
    public void Quantize_Silero_RunsInFp16AndHasNothingElse() => Check("silero-vad/silero_vad_16k_op15.onnx", Nothing);

    [NeedsModelsFact("ultraface/version-RFB-320.onnx")]
    public void Quantize_UltraFace_RunsInFp16AndHasNothingElse() => Check("ultraface/version-RFB-320.onnx", Nothing);

    [NeedsModelsFact("mobilenetv2-int8/model.onnx")]
    public void Quantize_QuantizedMobileNet_IsRefusedAsQuantizedAlready() => Check(
        "mobilenetv2-int8/model.onnx",
        [.. Schemes.Where(s => s != "fp16").Select(s => (s, "already quantized"))]);

    private static (string Scheme, string Word)[] Nothing => [.. Schemes.Where(s => s != "fp16").Select(s => (s, "nothing to quantize"))];

    private void Check(string relative, params (string Scheme, string Word)[] refused)
    {
        using var folder = new TempFolder();
        var source = TestModels.Path(relative);
        var expected = Run(source);
        foreach (var name in Schemes)
        {
            var options = new QuantizationOptions(QuantizationScheme.Parse(name)) { KeepIo = true };
            if (refused.FirstOrDefault(r => r.Scheme == name) is { Word: { } word })
            {
                var error = Assert.ThrowsAny<ModelException>(() => Quantizer.Quantize(source, options, folder.File(name)));
                Assert.Contains(word, error.Message, StringComparison.Ordinal);
                continue;
            }

            var report = Quantizer.Quantize(source, options, folder.File(name));
            var cosine = Cosine(expected, Run(report.ModelPath));
            log.WriteLine(FormattableString.Invariant($"{relative} {name}: cosine {cosine:F5}, {report.Quantized} of {report.Candidates}, clamped {report.ValuesClamped}"));
            Assert.True(cosine > (name.StartsWith("int4", StringComparison.Ordinal) ? 0.97 : 0.997), $"{relative} {name}: cosine {cosine:F5}");
        }
    }

    private static float[] Run(string path)
    {
        using var options = new SessionOptions { IntraOpNumThreads = 1, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR };
        using var session = new InferenceSession(path, options);
        using var runOptions = new RunOptions();
        var inputs = session.InputMetadata.ToDictionary(i => i.Key, i => Input(i.Key, i.Value));
        using var results = session.Run(runOptions, inputs.Keys.ToList(), inputs.Values.ToList(), session.OutputNames);
        foreach (var input in inputs.Values)
        {
            input.Dispose();
        }

        return [.. results.SelectMany(r => r.GetTensorDataAsSpan<float>().ToArray())];
    }

    private static OrtValue Input(string name, NodeMetadata metadata)
    {
        long[] dims = [.. metadata.Dimensions.Select((dim, i) => (long)(dim >= 0 ? dim : metadata.SymbolicDimensions[i] switch
        {
            var s when s.Contains("past", StringComparison.Ordinal) => 0,
            var s when s.Contains("batch", StringComparison.Ordinal) => 1,
            _ => metadata.ElementDataType == TensorElementType.Float ? 512 : 8,
        }))];
        var count = (int)dims.Aggregate(1L, (product, dim) => product * dim);
        var isMask = name.Contains("mask", StringComparison.Ordinal);
        return metadata.ElementDataType switch
        {
            TensorElementType.Float => OrtValue.CreateTensorValueFromMemory(OneProjection.Numbers(count, seed: 7, spread: 2), dims),
            TensorElementType.Int32 => OrtValue.CreateTensorValueFromMemory(Enumerable.Range(1, count).Select(i => isMask ? 1 : i).ToArray(), dims),
            _ => OrtValue.CreateTensorValueFromMemory(Enumerable.Range(1, count).Select(i => isMask ? 1L : name == "sr" ? 16_000 : i).ToArray(), dims),
        };
    }

    private static double Cosine(float[] a, float[] b) =>
        a.Zip(b, (x, y) => (double)x * y).Sum() / Math.Sqrt(a.Sum(x => (double)x * x) * b.Sum(x => (double)x * x));
}
