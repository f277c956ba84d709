using InferBench.Models.Onnx;
using InferBench.Models.Tensors;

namespace InferBench.Models.Tests.Tensors;

/// <summary>Expected values were computed from the published rule with Python's integers and struct's float32.</summary>
public sealed class TensorFillTests
{
    [Fact]
    public void Make_Dg1Floats_FollowsTheRule()
    {
        Assert.Equal([-0.9999942779541016, 0.23607371747493744, -0.527858316898346], Numbers("dg1", OnnxElementType.Float, 3));
        Assert.Equal([-0.09998622536659241, 0.023620573803782463], Numbers("dg1,j=7,scale=0.1", OnnxElementType.Float, 2));
    }

    [Fact]
    public void Make_Dg1Integers_StayBelowHigh() =>
        Assert.Equal([0, 64, 24, 89, 49, 9], Numbers("dg1,j=5,hi=105", OnnxElementType.Int64, 6));

    [Fact]
    public void Make_Dg1Bools_AreTrueFromOneHalf() =>
        Assert.Equal([0, 1, 0, 1, 0, 0], Numbers("dg1,j=2", OnnxElementType.Bool, 6));

    [Theory]
    [InlineData("zeros", new double[] { 0, 0, 0, 0, 0, 0 })]
    [InlineData("ones", new double[] { 1, 1, 1, 1, 1, 1 })]
    [InlineData("const,v=7", new double[] { 7, 7, 7, 7, 7, 7 })]
    [InlineData("arange", new double[] { 0, 1, 2, 0, 1, 2 })]
    [InlineData("arange,period=4,base=8", new double[] { 8, 9, 10, 11, 8, 9 })]
    public void Make_OtherFills_FillInRowMajorOrder(string fill, double[] expected)
    {
        foreach (var type in new[] { OnnxElementType.Float, OnnxElementType.Float16, OnnxElementType.BFloat16, OnnxElementType.Int32, OnnxElementType.UInt8 })
        {
            Assert.Equal(expected, Numbers(fill, type, 2, 3));
        }
    }

    [Fact]
    public void Make_EmptyShape_MakesAnEmptyTensor() =>
        Assert.Equal(0, FillParameters.Parse("zeros", 0).Make(OnnxElementType.Float, [1, 4, 0, long.MaxValue]).ElementCount);

    [Fact]
    public void Make_Strings_AreTheNumbersTexts() =>
        Assert.Equal(["0", "1"], FillParameters.Parse("arange", 0).Make(OnnxElementType.String, [2]).Strings);

    [Theory]
    [InlineData(new long[] { 1L << 40 }, "impossible")]
    [InlineData(new long[] { -1 }, "impossible")]
    [InlineData(new long[] { long.MaxValue, long.MaxValue }, "impossible")]
    public void Make_ShapeThatCannotBe_IsRefusedBeforeItIsAllocated(long[] dims, string expected)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();

        var problem = Assert.Throws<ModelFormatException>(() => FillParameters.Parse("zeros", 0).Make(OnnxElementType.Float, dims));

        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Theory]
    [InlineData("const,v=300", OnnxElementType.UInt8, "cannot hold")]
    [InlineData("const,v=-1", OnnxElementType.UInt32, "cannot hold")]
    [InlineData("const,v=2", OnnxElementType.Bool, "cannot hold")]
    [InlineData("arange,period=0", OnnxElementType.Float, "must be positive")]
    [InlineData("zeros", OnnxElementType.Float8E5M2, "cannot be made")]
    public void Make_ValuesThatDoNotFit_AreRefused(string fill, OnnxElementType type, string expected) =>
        Assert.Contains(
            expected, Assert.Throws<ModelFormatException>(() => FillParameters.Parse(fill, 0).Make(type, [4])).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("uniform", "is not known")]
    [InlineData("const", "needs its value")]
    [InlineData("dg1,scale", "is not NAME=NUMBER")]
    [InlineData("dg1,scale=x", "is not NAME=NUMBER")]
    [InlineData("dg1,size=1", "is no parameter")]
    [InlineData("dg1,j=-1", "is no parameter")]
    public void Parse_NotAFill_SaysWhatIsWrong(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<ModelFormatException>(() => FillParameters.Parse(text, 0)).Message, StringComparison.Ordinal);

    private static double[] Numbers(string fill, OnnxElementType type, params long[] dims)
    {
        var tensor = FillParameters.Parse(fill, 0).Make(type, dims);
        var numbers = new double[tensor.ElementCount];
        tensor.CopyNumbers(0, numbers);
        return numbers;
    }
}
