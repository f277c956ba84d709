using InferBench.Runtime.Sessions;

namespace InferBench.Tests.Runtime.Sessions;

public sealed class NativeTextTests
{
    [Theory]
    [InlineData(
        "[ErrorCode:InvalidProtobuf] Load model from /home/someone/models/a.onnx failed:Protobuf parsing failed.",
        "Load model from a.onnx failed:Protobuf parsing failed.")]
    [InlineData(@"[ErrorCode:NoSuchFile] Load model from C:\Users\someone\a.onnx failed", "Load model from a.onnx failed")]
    [InlineData(
        "[ErrorCode:Fail] /onnxruntime_src/onnxruntime/core/x.cc:12 onnxruntime::Provider& onnxruntime::P::Get() [ONNXRuntimeError] : 1 : FAIL : Broken",
        "Broken")]
    [InlineData("first line\nsecond line", "first line")]
    [InlineData("CUDA failure 2: out of memory ; GPU=0 ; hostname=somewhere ; file=x", "CUDA failure 2: out of memory ; GPU=0 ; file=x")]
    public void Short_NativeError_KeepsNoFolderCodeOrHost(string native, string expected)
    {
        Assert.Equal(expected, NativeText.Short(native));
    }

    [Fact]
    public void Short_EndlessText_IsCut()
    {
        var text = NativeText.Short(new string('x', 5_000));

        Assert.InRange(text.Length, 100, 250);
        Assert.EndsWith("…", text, StringComparison.Ordinal);
    }
}
