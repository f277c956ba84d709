using System.Runtime.CompilerServices;

namespace InferBench.Tests;

/// <summary>
/// The example in a library's README, held against the test that runs it: the lines between <c>// README</c> and <c>// end</c>, and the namespaces
/// that they need, must be those of the README.
/// </summary>
internal static class ReadmeExample
{
    /// <param name="library">Such as InferBench.Core.</param>
    /// <param name="run">Runs the example.</param>
    /// <param name="testFile">Left out by the caller.</param>
    /// <returns>What the example printed.</returns>
    public static string OutputOf(string library, Action run, [CallerFilePath] string testFile = "")
    {
        var lines = File.ReadAllLines(testFile);
        var first = Array.FindIndex(lines, line => line.Trim() == "// README") + 1;
        var last = Array.FindIndex(lines, line => line.Trim() == "// end");
        var example = lines[first..last].Select(line => line.Length > 12 ? line[12..] : "").ToList();
        var readme = File.ReadAllText(Path.Combine(Path.GetDirectoryName(testFile)!, "..", "..", "src", library, "README.md")).ReplaceLineEndings("\n");
        var code = readme.Split("```csharp\n")[1].Split("```")[0].TrimEnd('\n').Split('\n');
        var uses = code.TakeWhile(line => line.StartsWith("using ", StringComparison.Ordinal)).ToList();

        Assert.Equal(example, code.Skip(uses.Count + 1));
        Assert.All(uses, use => Assert.Contains(use, lines));

        using var output = new StringWriter { NewLine = "\n" };
        var before = Console.Out;
        Console.SetOut(output);
        try
        {
            run();
        }
        finally
        {
            Console.SetOut(before);
        }

        return output.ToString().TrimEnd('\n');
    }
}
