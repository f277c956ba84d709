using InferBench.Core.Errors;

namespace InferBench.Core.Journals;

/// <summary>Reads a whole journal.</summary>
public static class JournalReader
{
    /// <exception cref="BadInputException">The journal is missing, or a whole line is not a row of this version.</exception>
    public static IReadOnlyList<JournalRow> Read(string path) => new JournalTail(path).ReadNew();
}
