using InferBench.EndToEnd.Tests.Processes;

namespace InferBench.EndToEnd.Tests.Commands;

public sealed class PrivacyTests
{
    /// <summary>ONNX Runtime's Linux builds keep a device id and an upload queue in the home folder unless they are told not to.</summary>
    [Fact]
    public void RunAndDoctor_EmptyHome_LeaveNothingInItButTheResults()
    {
        using var inferbench = new Inferbench();

        Assert.Equal(0, inferbench.Run("doctor").ExitCode);
        Assert.Equal(0, inferbench.Run(Sweep.Tiny()).ExitCode);

        Assert.Equal([inferbench.Results], Directory.EnumerateFileSystemEntries(inferbench.Home));
    }
}
