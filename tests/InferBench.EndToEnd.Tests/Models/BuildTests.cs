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

    [Fact]
    public void ModelsBuild_BFloat16_IsBuiltWhereItCannotRunAndInOneLayoutOnly()
    {
        using var person = new Inferbench();

        var built = person.Run("models", "build", "llama-tiny", "--precision", "bf16,int4-abf16", "--folder", "models").ExitsWith(0);
        person.Run("models", "build", "llama-tiny", "--precision", "fp32,bf16", "--layout", "optimum", "--folder", "optimum")
            .Complains("llama-tiny: bf16 needs the genai layout: norms in the optimum layout are made of ReduceMean");

        Assert.False(Directory.Exists(Path.Combine(person.Home, "optimum")));
        Assert.Contains("llama-tiny-genai-bf16-s42-v1", built.Output, StringComparison.Ordinal);
        Assert.Contains("llama-tiny-genai-int4-rtn-b32-sym-abf16-s42-v1", built.Output, StringComparison.Ordinal);
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
