using System.Text.RegularExpressions;
using InferBench.EndToEnd.Tests.Processes;

namespace InferBench.EndToEnd.Tests.Models;

public sealed partial class BuildTests
{
    [Fact]
    public void ModelsBuild_InTwoFolders_GivesTheSameBytes()
    {
        using var person = new Inferbench();

        Assert.Equal(Build(person, "one", "42"), Build(person, "two", "42"));
    }

    [Fact]
    public void ModelsBuild_Again_GivesTheSameBytes()
    {
        using var person = new Inferbench();

        Assert.Equal(Build(person, "one", "42"), Build(person, "one", "42"));
    }

    [Fact]
    public void ModelsBuild_AnotherSeed_GivesOtherBytes()
    {
        using var person = new Inferbench();

        Assert.NotEqual(Build(person, "one", "42"), Build(person, "one", "43"));
    }

    [Fact]
    public void Run_BuiltModelByItsFolder_IsTheSameModel()
    {
        using var person = new Inferbench();
        var hash = Build(person, "models", "42").Split(' ')[0];
        var folder = Directory.EnumerateDirectories(Path.Combine(person.Home, "models")).Single(name => name.Contains("fp32", StringComparison.Ordinal));

        person.Run(Sweep.Of(folder)).ExitsWith(0);

        Assert.Equal(hash, RunFiles.Document(person.OnlyRun).Models.Single().Sha256);
    }

    /// <returns>SHA-256 of each precision, as printed.</returns>
    private static string Build(Inferbench person, string folder, string seed)
    {
        var command = person.Run("models", "build", "llama-tiny", "--seed", seed, "--folder", folder).ExitsWith(0);
        var hashes = Hash().Matches(command.Output).Select(match => match.Value).ToList();
        Assert.Equal(3, hashes.Distinct().Count());
        return string.Join(' ', hashes);
    }

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Hash();
}
