using System.Numerics.Tensors;
using InferBench.Core.Samples;
using InferBench.Models.Synthetic;
using InferBench.Runtime.Checks;
using InferBench.Runtime.Decoding;
using InferBench.Runtime.Scoring;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace InferBench.Tests.Runtime.Decoding;

/// <summary>A decoder whose logits and caches are bfloat16, on the CPU: the operators between them are fp32, which the CPU has.</summary>
public sealed class BFloat16DecoderTests(SyntheticModels models) : IClassFixture<SyntheticModels>
{
    private const int Batch = 3;
    private const int Prompt = 12;
    private const int Generated = 24;

    [Fact]
    public void Run_LogitsThatRoundingMakesEqual_SelectsTheFirstOfTheLargest()
    {
        using var session = DecoderSession.Load(new DecoderForms(models).BFloat16(), "cpu", 1);
        var ties = 0;

        // A step overwrites the logits of the one before it, so each is the last of a run of its own.
        for (var step = 0; step < Generated; step++)
        {
            using var workload = session.CreateWorkload(Batch, Prompt, step + 1);
            workload.SetPrompt(PromptIds.Random(5, Batch, Prompt, session.Layout.Vocabulary));
            workload.Run(new OperationTrace(step + 1));
            for (var row = 0; row < Batch; row++)
            {
                var logits = workload.LastLogits(step, row);
                var largest = logits.Max();
                ties += logits.Count(logit => logit == largest) > 1 ? 1 : 0;
                Assert.Equal(Array.IndexOf(logits, largest), workload.Output(row)[^1]);
            }
        }

        Assert.Equal((TensorElementType.BFloat16, TensorElementType.BFloat16), (session.Layout.LogitsType, session.Layout.CacheType));
        Assert.InRange(ties, 1, Batch * Generated);
    }

    [Fact]
    public void Run_AfterTheFirst_AllocatesNothing()
    {
        using var session = DecoderSession.Load(new DecoderForms(models).BFloat16(), "cpu", 1);
        using var workload = session.CreateWorkload(Batch, Prompt, Generated);
        var trace = new OperationTrace(Generated);
        workload.Run(trace);

        Assert.Equal(0, Allocation.OfRun(workload, trace));
    }

    [Fact]
    public void Check_BFloat16Outside_Passes()
    {
        using var session = DecoderSession.Load(new DecoderForms(models).BFloat16(), "cpu", 1);

        Assert.Empty(DecoderCheck.Run(session).Problems);
    }

    /// <summary>Steps are 1 below 256 and 2 above it, so that rounding moves a logit by 1 at most; the rounded keys and values move it by hundredths before.</summary>
    [Fact]
    public void Score_BFloat16Logits_AreThoseOfFp32Rounded()
    {
        var forms = new DecoderForms(models);
        int[] document = [.. PromptIds.Random(3, 1, 40, 256).Select(id => (int)id)];

        var exact = Rows(forms.Original, document);
        var rounded = Rows(forms.BFloat16(), document);

        Assert.Equal(exact.Length, rounded.Length);
        Assert.All(exact.Zip(rounded), pair => Assert.InRange(Math.Abs(pair.First + DecoderForms.BFloat16Shift - pair.Second), 0, 1.1));
        Assert.All(rounded, logit => Assert.Equal(0, logit % (logit < DecoderForms.BFloat16Shift ? 1 : 2)));
    }

    [Theory]
    [InlineData(TensorElementType.Float)]
    [InlineData(TensorElementType.Float16)]
    [InlineData(TensorElementType.BFloat16)]
    public unsafe void Pick_RowOfAnyType_IsTheFirstOfTheLargest(TensorElementType type)
    {
        // An odd length: the last numbers do not fill a vector.
        var numbers = new float[261];
        Array.Fill(numbers, -3.5f);
        (numbers[140], numbers[259]) = (-0.25f, -0.25f);
        fixed (byte* row = Stored(type, numbers))
        {
            var sampler = new GreedySampler(numbers.Length, type);

            Assert.Equal(140, sampler.Pick((nint)row));
            Assert.Equal(numbers, sampler.Read((nint)row));
        }
    }

    private static byte[] Stored(TensorElementType type, float[] numbers) => type switch
    {
        TensorElementType.Float => System.Runtime.InteropServices.MemoryMarshal.AsBytes<float>(numbers).ToArray(),
        TensorElementType.Float16 => System.Runtime.InteropServices.MemoryMarshal.AsBytes<Half>(numbers.Select(number => (Half)number).ToArray()).ToArray(),
        _ => System.Runtime.InteropServices.MemoryMarshal.AsBytes<ushort>(numbers.Select(number => ((Microsoft.ML.OnnxRuntime.BFloat16)number).value).ToArray()).ToArray(),
    };

    private static float[] Rows(string model, int[] document)
    {
        using var session = DecoderSession.Load(model, "cpu", 1);
        using var scorer = new SequenceScorer(session);
        var rows = new List<float>();
        scorer.Score(document, (_, _, logits) => rows.AddRange(logits));
        return [.. rows];
    }
}
