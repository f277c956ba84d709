using System.Text.RegularExpressions;

namespace InferBench.Models.Hub;

/// <summary>A repository and one of its revisions: a branch, a tag, or a commit.</summary>
/// <param name="Name"><c>org/name</c>, or <c>name</c> alone for the oldest repositories.</param>
/// <param name="Revision"><c>main</c> where none was named.</param>
public sealed partial record HubRepo(string Name, string Revision)
{
    private const string DefaultRevision = "main";
    private const int LongestName = 96;

    /// <summary>Whether the revision is a full commit hash, which never comes to mean anything else.</summary>
    public bool IsCommit => IsCommitHash(Revision);

    /// <summary>Reads <c>org/name[@revision]</c> by the hub's own rules for names and git's for revisions.</summary>
    /// <exception cref="HubException">The name or the revision is not well formed.</exception>
    public static HubRepo Parse(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var name = at < 0 ? text : text[..at];
        var revision = at < 0 ? DefaultRevision : text[(at + 1)..];
        if (name.Length > LongestName || !NamePattern().IsMatch(name) || name.Contains("--", StringComparison.Ordinal)
            || name.Contains("..", StringComparison.Ordinal) || name.EndsWith(".git", StringComparison.Ordinal))
        {
            throw new HubException($"\"{Printable.Of(text)}\": a model is named org/name or org/name@revision, with letters, digits, '-', '_' and '.'");
        }

        return IsRevision(revision)
            ? new HubRepo(name, revision)
            : throw new HubException($"{name}: \"{Printable.Of(revision)}\" is no revision; name a branch, a tag or a commit");
    }

    public override string ToString() => Revision == DefaultRevision ? Name : $"{Name}@{Revision}";

    internal static bool IsCommitHash(string text) => text.Length == 40 && text.AsSpan().IndexOfAnyExcept("0123456789abcdef") < 0;

    /// <summary>What git forbids in a reference, and what cannot be a file name everywhere, since references are kept as files.</summary>
    private static bool IsRevision(string text) =>
        SafePath.ProblemOf(text) is null
        && text.AsSpan().IndexOfAny(" ~^[") < 0
        && !text.Contains("..", StringComparison.Ordinal)
        && !text.Contains("@{", StringComparison.Ordinal)
        && !text.EndsWith(".lock", StringComparison.Ordinal);

    [GeneratedRegex(@"\A(?:[A-Za-z0-9_](?:[A-Za-z0-9_.\-]*[A-Za-z0-9_])?/)?[A-Za-z0-9_](?:[A-Za-z0-9_.\-]*[A-Za-z0-9_])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();
}
