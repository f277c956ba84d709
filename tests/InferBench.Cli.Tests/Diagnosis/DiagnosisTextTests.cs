using InferBench.Cli.Diagnosis;
using InferBench.Cli.Terminal;
using InferBench.Cli.Tests.Preparation;
using InferBench.Core.Runs;
using InferBench.Runtime.Providers;

namespace InferBench.Cli.Tests.Diagnosis;

public sealed class DiagnosisTextTests
{
    private static readonly GpuDevice Gpu = new(0, "NVIDIA L4", "580.10", "13.0", 24_000_000_000, 72);

    [Fact]
    public void Show_TensorRtWithoutAGpu_SaysWhyInOneLineAndListsNothing()
    {
        var text = Show([], Library("libnvinfer.so.10", found: false));

        Assert.Contains("provider tensorrt: cannot run\n  its problem\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("libnvinfer.so.10", text, StringComparison.Ordinal);
        Assert.Contains("  libcuda.so.1: missing; install it\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Show_TensorRtOnAGpu_ListsWhatIsMissing() =>
        Assert.Contains("  libnvinfer.so.10: missing; install it\n", Show([Gpu], Library("libnvinfer.so.10", found: false)), StringComparison.Ordinal);

    [Fact]
    public void Show_PartOfTensorRtWithoutAGpu_SaysWhereItIs()
    {
        var text = Show([], Library("libnvinfer.so.10", found: true) with { Folder = "/opt/trt/lib" }, Library("libnvonnxparser.so.10", found: false));

        Assert.Contains("  libnvinfer.so.10: found in /opt/trt/lib\n  libnvonnxparser.so.10: missing; install it\n", text, StringComparison.Ordinal);
    }

    private static LibraryFinding Library(string name, bool found) => new(name, found, Required: true, found ? null : "install it");

    private static string Show(IReadOnlyList<GpuDevice> gpus, params LibraryFinding[] libraries)
    {
        using var output = new StringWriter { NewLine = "\n" };
        DiagnosisText.Show(
            Screen.On(output, redirected: true),
            new(
                new ToolVersion("1.0.0", null, null),
                Prepared.Machine with { Gpus = gpus },
                [
                    new ProviderFinding("cuda", false, "its problem", [Library("libcuda.so.1", found: false)]),
                    new ProviderFinding("tensorrt", false, "its problem", libraries),
                ],
                "cache"));
        return output.ToString();
    }
}
