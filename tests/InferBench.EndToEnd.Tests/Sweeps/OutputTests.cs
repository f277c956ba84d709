using System.Text.Json;
using System.Text.RegularExpressions;
using InferBench.Core.Json;
using InferBench.EndToEnd.Tests.Processes;

namespace InferBench.EndToEnd.Tests.Sweeps;

public sealed partial class OutputTests
{
    [Fact]
    public void Run_Json_PrintsTheRunDocumentAndNothingElse()
    {
        using var person = new Inferbench();

        var command = person.Run(Sweep.Tiny("--json")).ExitsWith(0);

        var printed = JsonSerializer.Deserialize(command.Output, CoreJson.Default.RunDocument)!;
        Assert.Equal(RunFiles.Document(person.OnlyRun).RunId, printed.RunId);
        Assert.Contains("output tok/s", command.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_DryRun_LeavesNothing()
    {
        using var person = new Inferbench();

        var command = person.Run(Sweep.Tiny("--dry-run")).ExitsWith(0);

        Assert.Contains("1 cell, at most about", command.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(person.Results));
    }

    [Theory]
    [InlineData("NO_COLOR", "1")]
    [InlineData("TERM", "xterm-256color")]
    [InlineData("GITHUB_ACTIONS", "true")]
    public void ModelsList_Redirected_HasNoEscapeCodes(string variable, string value)
    {
        using var person = new Inferbench();

        var command = person.With("TERM", "xterm").With(variable, value).Run("models", "list").ExitsWith(0);

        Assert.DoesNotContain('\e', command.Output);
    }

    [Fact]
    public void Run_Redirected_HasNoEscapeCodes()
    {
        using var person = new Inferbench();

        var command = person.With("TERM", "xterm-256color").With("GITHUB_ACTIONS", "true").Run(Sweep.Tiny()).ExitsWith(0);

        Assert.DoesNotContain('\e', command.Output + command.Errors);
    }

    [Fact]
    public void Run_Redirected_KeepsTableFiguresWhole()
    {
        using var person = new Inferbench();

        var command = person.Run(Sweep.Tiny()).ExitsWith(0);

        Assert.Matches(@"\$/M output tok +MBU then +n +validity", command.Output);
        Assert.DoesNotContain('…', command.Output);
    }

    [Fact]
    public void Run_RussianCulture_KeepsDecimalPoints()
    {
        using var person = new Inferbench();

        var command = person.With("LANG", "ru_RU.UTF-8").With("LC_ALL", "ru_RU.UTF-8").Run(Sweep.Tiny("--usd-per-hour", "0.25")).ExitsWith(0);

        Assert.Contains("$0.25 per hour", command.Output, StringComparison.Ordinal);
        Assert.DoesNotMatch(DecimalComma(), command.Output);
        Assert.DoesNotMatch(DecimalComma(), File.ReadAllText(Path.Combine(person.OnlyRun, "report.md")));
        Assert.Equal(0.25, RunFiles.Document(person.OnlyRun).Price.UsdPerHour);
    }

    /// <summary>A comma before one or two last digits; before three it stands between thousands.</summary>
    [GeneratedRegex(@"\d,\d{1,2}(?!\d)")]
    private static partial Regex DecimalComma();
}
