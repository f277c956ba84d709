using InferBench.Core.Runs;
using InferBench.Reporting.Text;

namespace InferBench.Reporting.Reports;

/// <summary>What a stranger needs to measure the same thing.</summary>
internal static class Reproduction
{
    private const string Program = "inferbench";

    /// <summary>The command line, quoted for a POSIX shell.</summary>
    public static string Command(RunDocument run) =>
        string.Join(' ', (run.Argv is [Program, ..] ? run.Argv : [Program, .. run.Argv]).Select(argument => Quoted(SafeText.Of(argument))));

    /// <summary>Versions, seed and hashes, by name.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Facts(RunDocument run)
    {
        var commit = run.Tool.GitCommit is { } hash
            ? $", commit {SafeText.Of(hash)}{(run.Tool.GitDirty == true ? " with local changes" : "")}"
            : "";
        return
        [
            new("InferBench", $"{SafeText.Of(run.Tool.Version)}{commit}"),
            new("Seed", run.Plan.Seed is { } seed ? Figures.Whole(seed) : Figures.Missing),
            // A model that runs on two providers is one model.
            .. run.Models.Select(Model).Distinct(),
        ];
    }

    private static KeyValuePair<string, string> Model(RunModel model)
    {
        var from = model.QuantizedFrom is { } source ? $", quantized by InferBench from sha256 {SafeText.Of(source)}" : "";
        var density = model.TokensPerThousandCharacters is { } tokens ? $", {Figures.Number(tokens)} tokens per 1,000 characters of the prompt text" : "";
        var file = $"{SafeText.Shortened(model.File, 80)}, {Figures.Bytes(model.Bytes)}, sha256 {SafeText.Of(model.Sha256)}{from}{density}";

        // Tables cut long names: here is the whole one.
        return new(
            $"{SafeText.Of(model.Name)} {SafeText.Of(model.Precision)}",
            model.Synthetic ? $"{file}, random weights: speed is real, output has no meaning" : file);
    }

    private static bool IsPlain(char character) =>
        char.IsAsciiLetterOrDigit(character) || "-_=./,:+@%~".Contains(character, StringComparison.Ordinal);

    private static string Quoted(string argument) => argument.Length > 0 && argument.All(IsPlain)
        ? argument
        : $"'{argument.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
