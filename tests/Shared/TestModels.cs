namespace InferBench.Tests;

/// <summary>The real models that are kept outside this repository: <c>INFERBENCH_TEST_MODELS</c>, or <c>../shared/models</c> beside the checkout.</summary>
public static class TestModels
{
    public static string? Folder { get; } = Find();

    public static string Path(string relative) =>
        System.IO.Path.Combine(Folder ?? throw new InvalidOperationException("The test models are not here; the test should have been skipped."), relative);

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("INFERBENCH_TEST_MODELS") is { Length: > 0 } named)
        {
            return Directory.Exists(named) ? System.IO.Path.GetFullPath(named) : null;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "InferBench.sln")))
            {
                var beside = System.IO.Path.Combine(folder.FullName, "..", "shared", "models");
                return Directory.Exists(beside) ? System.IO.Path.GetFullPath(beside) : null;
            }
        }

        return null;
    }
}
