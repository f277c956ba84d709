using Google.Protobuf;
using InferBench.Models.Onnx;

namespace InferBench.Cli.Tests.Hostile;

/// <summary>The copy of a model that a mutation works on, and what lies around it.</summary>
/// <param name="Folder">The model's folder.</param>
/// <param name="Outside">A folder of files that nothing may open.</param>
internal sealed record MutationSite(string Folder, string Outside)
{
    public const string DataName = "model.onnx.data";

    public string Model => Directory.EnumerateFiles(Folder, "*.onnx").Single();

    public string Data => Directory.EnumerateFiles(Folder, "*.data").Single();

    public string File(string name) => Path.Combine(Folder, name);

    public void Edit(Action<ModelProto> edit)
    {
        var model = ModelProto.Parser.ParseFrom(System.IO.File.ReadAllBytes(Model));
        edit(model);
        System.IO.File.WriteAllBytes(Model, model.ToByteArray());
    }

    /// <summary>Rewrites what the first tensor with external data says of its place.</summary>
    public void EditPlace(Action<TensorProto> edit) => Edit(model => edit(model.Graph.Initializer.First(tensor => tensor.DataLocation == 1)));

    public void Place(string key, string value) => EditPlace(tensor =>
    {
        foreach (var entry in tensor.ExternalData.Where(entry => entry.Key == key).ToList())
        {
            tensor.ExternalData.Remove(entry);
        }

        tensor.ExternalData.Add(new StringStringEntryProto { Key = key, Value = value });
    });

    public static void Change(string path, Func<byte[], byte[]> change) => System.IO.File.WriteAllBytes(path, change(System.IO.File.ReadAllBytes(path)));
}
