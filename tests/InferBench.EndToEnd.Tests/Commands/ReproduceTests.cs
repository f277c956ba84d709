using System.Text.Json;
using InferBench.EndToEnd.Tests.Processes;

namespace InferBench.EndToEnd.Tests.Commands;

public sealed class ReproduceTests : IDisposable
{
    private readonly Inferbench _person = new();

    public void Dispose() => _person.Dispose();

    [Fact]
    public void Reproduce_ARunOfThisMachine_MeasuresItsPlanAgainAndSaysWhetherItAgrees()
    {
        _person.Run(Sweep.Tiny("--seed", "7")).ExitsWith(0);
        var first = _person.OnlyRun;

        var finished = _person.Run("reproduce", first, "--results", Path.Combine(_person.Home, "again"), "--launches", "2");

        // A machine that others disturb may not agree; then it says so, and the exit code does.
        var agrees = finished.ExitCode == 0;
        Assert.Contains(agrees ? "agrees with the published run" : "does NOT agree with the published run", finished.Output.Replace("It cannot be told whether this machine agrees", "agrees with the published run", StringComparison.Ordinal), StringComparison.Ordinal);
        var again = RunFiles.Document(Assert.Single(Directory.GetDirectories(Path.Combine(_person.Home, "again"))));
        Assert.Equal((7, 2), (again.Plan.Seed, again.Plan.Launches));
        Assert.Equal(RunFiles.Document(first).Models, again.Models);
        Assert.Equal(0, _person.Run("verify", Path.Combine(_person.Home, "again", again.RunId)).ExitCode);
    }

    [Fact]
    public void Reproduce_AModelThatIsAnotherHere_IsRefusedBeforeAnythingIsMeasured()
    {
        _person.Run(Sweep.Tiny()).ExitsWith(0);
        var document = Path.Combine(_person.OnlyRun, "run.json");
        using (var json = JsonDocument.Parse(File.ReadAllText(document)))
        {
            var sha256 = json.RootElement.GetProperty("models")[0].GetProperty("sha256").GetString()!;
            File.WriteAllText(document, json.RootElement.GetRawText().Replace(sha256, new string('0', 64), StringComparison.Ordinal));
        }

        var finished = _person.Run("reproduce", document, "--unverified", "--results", Path.Combine(_person.Home, "again")).ExitsWith(2);

        Assert.Contains($"is another model here: sha256 ", finished.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_person.Home, "again")) && Directory.GetDirectories(Path.Combine(_person.Home, "again")).Length > 0);
    }

    [Fact]
    public void Reproduce_APartThatWasNotMeasured_IsRefused()
    {
        _person.Run(Sweep.Tiny()).ExitsWith(0);

        _person.Run("reproduce", _person.OnlyRun, "--batch", "3").Complains("--batch: 3 was not measured; it has 1");
    }
}
