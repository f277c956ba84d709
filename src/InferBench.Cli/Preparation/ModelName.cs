namespace InferBench.Cli.Preparation;

/// <summary>What a model is called in tables: its own folder or file, and nothing of the machine around it.</summary>
internal static class ModelName
{
    private const string HubFolder = "models--";

    public static string Of(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (OnHub(full) is { } repository)
        {
            return repository;
        }

        var name = Path.GetFileName(full);
        return name is "model.onnx" ? Path.GetFileName(Path.GetDirectoryName(full)) ?? name : Path.GetFileNameWithoutExtension(name);
    }

    /// <summary>A snapshot in a Hugging Face cache lies in <c>models--org--name/snapshots/COMMIT</c>, and a commit is no name.</summary>
    private static string? OnHub(string full)
    {
        for (var folder = new DirectoryInfo(full); folder?.Parent is { } parent; folder = parent)
        {
            if (folder.Name == "snapshots" && parent.Name.StartsWith(HubFolder, StringComparison.Ordinal))
            {
                return parent.Name[HubFolder.Length..].Replace("--", "/", StringComparison.Ordinal);
            }
        }

        return null;
    }
}
