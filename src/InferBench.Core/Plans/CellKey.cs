using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace InferBench.Core.Plans;

/// <summary>
/// What makes two measurements the same: the resolved cell, the model's content, the seed and prompt, and the runtime's version.
/// A resumed run skips a cell only when its key is in the journal, so a changed model or runtime is measured again.
/// </summary>
public static class CellKey
{
    /// <returns>16 hexadecimal digits.</returns>
    public static string Of(Cell cell, string modelSha256, string runtimeVersion, long seed, IReadOnlyList<int>? promptIds, string? promptTextSha256 = null)
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
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
