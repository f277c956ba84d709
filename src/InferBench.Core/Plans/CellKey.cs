using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace InferBench.Core.Plans;

/// <summary>
/// What makes two measurements the same: the resolved cell, the model's content, the seed, the prompt or inputs, and the runtime's version.
/// A resumed run skips a cell only when its key is in the journal, so a changed model or runtime is measured again.
/// </summary>
public static class CellKey
{
    /// <param name="cell">The point of the sweep.</param>
    /// <param name="modelSha256">Content of the model.</param>
    /// <param name="runtimeVersion">ONNX Runtime's version.</param>
    /// <param name="seed">Seed of prompt ids.</param>
    /// <param name="promptIds">Prompt for every sequence; null where there is none.</param>
    /// <param name="promptTextSha256">Hash of the text that prompts are cut from; null where there is none.</param>
    /// <param name="inputs">What a one-shot model is fed, as far as the cell does not say it: overrides as asked, the hash of its test data. Null for a decoder.</param>
    /// <returns>16 hexadecimal digits.</returns>
    public static string Of(
        Cell cell,
        string modelSha256,
        string runtimeVersion,
        long seed,
        IReadOnlyList<int>? promptIds,
        string? promptTextSha256 = null,
        IReadOnlyList<string>? inputs = null)
    {
        var text = string.Join(
            '\n',
            cell.Model,
            cell.Precision,
            cell.Provider,
            Number(cell.Batch),
            Number(cell.PromptTokens),
            Number(cell.GeneratedTokens),
            Number(cell.Threads),
            cell.Scenario,
            modelSha256,
            runtimeVersion,
            Number(seed),
            promptIds is null ? "" : string.Join(',', promptIds.Select(id => Number(id))));
        text += promptTextSha256 is null ? "" : $"\n{promptTextSha256}";
        text += inputs is null ? "" : string.Concat(inputs.Select(input => $"\ninput {input}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
    }

    /// <summary>The key of the same cell in another launch.</summary>
    /// <param name="key">Key in the first launch.</param>
    /// <param name="launch">From 1.</param>
    public static string OfLaunch(string key, int launch) =>
        launch == 1 ? key : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{key}\nlaunch {Number(launch)}")).AsSpan(0, 8));

    /// <summary>The key of a one-shot cell: what its model is fed counts too.</summary>
    /// <param name="cell">The point of the sweep.</param>
    /// <param name="modelSha256">Content of the model.</param>
    /// <param name="runtimeVersion">ONNX Runtime's version.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="inputs">Overrides of inputs as asked; null for none.</param>
    /// <param name="dims">Sizes of open dimensions as asked; null for none.</param>
    /// <param name="testDataSha256">Content of the test data that the cell is fed; null where its inputs are made up.</param>
    /// <returns>16 hexadecimal digits.</returns>
    public static string OfOneShot(
        Cell cell,
        string modelSha256,
        string runtimeVersion,
        long seed,
        IReadOnlyList<string>? inputs,
        IReadOnlyList<string>? dims,
        string? testDataSha256) => Of(
            cell,
            modelSha256,
            runtimeVersion,
            seed,
            promptIds: null,
            inputs: [.. inputs ?? [], .. (dims ?? []).Select(dim => $"dim {dim}"), .. testDataSha256 is null ? (string[])[] : [$"test data {testDataSha256}"]]);

    private static string Number(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}
