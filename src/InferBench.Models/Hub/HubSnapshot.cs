using InferBench.Models.Onnx;

namespace InferBench.Models.Hub;

/// <summary>What a pull left in the cache.</summary>
/// <param name="Folder">The folder of this commit, laid out like the repository. An absolute path.</param>
/// <param name="Files">The chosen files, all of which are there.</param>
/// <param name="Models">The chosen .onnx files, relative to <paramref name="Folder"/>.</param>
/// <param name="DownloadedBytes">What came over the network this time; 0 when everything was there.</param>
public sealed record HubSnapshot(
    string Repo, string Revision, string Commit, string Folder, IReadOnlyList<HubFile> Files, IReadOnlyList<string> Models, long DownloadedBytes)
{
    /// <summary>The shortest path that a run takes for the first model: its folder where that is not ambiguous, else the file. Null without a model.</summary>
    public string? ModelPath()
    {
        if (Models.Count == 0)
        {
            return null;
        }

        var file = Path.GetFullPath(Path.Combine(Folder, Models[0]));
        return new[] { Folder, Path.GetDirectoryName(file)! }.FirstOrDefault(folder => LeadsTo(folder, file)) ?? file;
    }

    /// <summary>Reads the outline of every model: weights under an unusual name are on no list of names, but the model itself says what it needs.</summary>
    /// <exception cref="HubException">A model cannot be run as it is.</exception>
    public void CheckModels()
    {
        foreach (var model in Models)
        {
            try
            {
                OnnxModelReader.Read(Path.Combine(Folder, model));
            }
            catch (ModelFormatException e)
            {
                throw new HubException($"{Repo}: {model} cannot be run as it is: {e.Message}; a file that is missing can be named with --file, next to the model's", e);
            }
        }
    }

    private static bool LeadsTo(string folder, string file)
    {
        try
        {
            return ModelFolder.Resolve(folder) == file;
        }
        catch (ModelException)
        {
            // Several models, or a configuration that names another one: then the file itself is named.
            return false;
        }
    }
}
