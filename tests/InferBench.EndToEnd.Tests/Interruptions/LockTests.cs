using InferBench.EndToEnd.Tests.Processes;

namespace InferBench.EndToEnd.Tests.Interruptions;

public sealed class LockTests
{
    [Fact]
    public void Resume_RunIsBeingMeasured_IsRefused()
    {
        using var person = new Inferbench();
        using var command = person.Start(Sweep.Heavy($"{Sweep.EndlessTokens}"));
        var run = RunFiles.WaitForStart(person, command, cell => cell.GeneratedTokens == Sweep.EndlessTokens);

        person.Run("run", "--resume", Path.GetFileName(run)).Complains("another process is running it");
    }
}
