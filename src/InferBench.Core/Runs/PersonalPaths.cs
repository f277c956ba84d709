namespace InferBench.Core.Runs;

/// <summary>Results name no person: the home folder becomes <c>~</c>, and what remains of an absolute path loses its user name.</summary>
public static class PersonalPaths
{
    public static string Hide(string text) =>
        Hide(text, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), Environment.UserName, Environment.MachineName);

    /// <summary>The path behind a leading <c>~</c>, for the person that it belongs to.</summary>
    public static string Show(string path) =>
        path.StartsWith('~') ? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + path[1..] : path;

    internal static string Hide(string text, string home, string user, string machine)
    {
        if (home.Length > 1)
        {
            text = text.Replace(home, "~", StringComparison.OrdinalIgnoreCase);
        }

        // Only as a whole part of a path: a user called "model" must not eat the word.
        foreach (var separator in new[] { '/', '\\' })
        {
            text = Part(text, user, separator, "user");
            text = Part(text, machine, separator, "host");
        }

        return text;
    }

    private static string Part(string text, string name, char separator, string instead) =>
        name.Length == 0 ? text : text.Replace($"{separator}{name}{separator}", $"{separator}{instead}{separator}", StringComparison.OrdinalIgnoreCase);
}
