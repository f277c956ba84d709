using InferBench.Core.Errors;
using InferBench.Core.Journals;

namespace InferBench.Core.Runs;

/// <summary>
/// A measured run under another price, in a folder of its own: the journal with every raw sample is carried over as it is, and one more row says the price and
/// where the measurement comes from. So the new document follows from its journal like any other, and can be verified.
/// </summary>
public static class RunReprice
{
    /// <param name="source">Folder of a run with its journal.</param>
    /// <param name="digest">Digest of its document.</param>
    /// <param name="price">The new price.</param>
    /// <param name="at">Now.</param>
    /// <param name="target">Folder to make; it may be there as long as it is empty.</param>
    /// <returns>The new folder, with its journal and nothing else.</returns>
    /// <exception cref="BadInputException">The source has no journal, or the target holds something or cannot be written.</exception>
    public static RunFolder Create(string source, string digest, HourlyPrice price, DateTimeOffset at, string target)
    {
        var journal = Path.Combine(source, RunFolder.JournalName);
        if (!File.Exists(journal))
        {
            throw new BadInputException($"{source}: there is no {RunFolder.JournalName} in it, and a run is priced again from its raw samples");
        }

        var rows = JournalReader.Read(journal);
        var started = rows.OfType<RunStartedRow>().FirstOrDefault() ?? throw new BadInputException($"{journal}: it has no run-start row");

        // A run that was priced again before is still the measurement of the first one.
        var repricing = rows.OfType<RepricedRow>().LastOrDefault()?.Repricing ?? new RunRepricing(started.Header.RunId, digest, started.Header.Price);
        try
        {
            if (File.Exists(target) || (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any()))
            {
                throw new BadInputException($"--out: {target} holds something already; name a folder that is not there");
            }

            Directory.CreateDirectory(target);
            var copy = Path.Combine(target, RunFolder.JournalName);
            File.Copy(journal, copy);
            using var writer = new JournalWriter(copy);
            writer.Append(new RepricedRow(at, price, repricing));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"--out: {target} cannot be written ({problem.Message.TrimEnd('.')})", problem);
        }

        return RunFolder.Open(target, target);
    }
}
