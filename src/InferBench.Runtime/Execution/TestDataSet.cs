using System.Globalization;
using InferBench.Core.Errors;
using InferBench.Models.Tensors;

namespace InferBench.Runtime.Execution;

/// <summary>A folder <c>test_data_set_N</c> beside a model, as ONNX's own tests have it: <c>input_K.pb</c> and <c>output_K.pb</c> for the K-th input and output.</summary>
internal sealed class TestDataSet(string folder)
{
    private const string Prefix = "test_data_set_";

    public string Name => Path.GetFileName(folder);

    /// <summary>The sets beside a model, in the order of their numbers; empty where it has none.</summary>
    public static IReadOnlyList<TestDataSet> Find(string modelFolder) =>
        [.. Directory.EnumerateDirectories(modelFolder, Prefix + "*").Select(f => (Folder: f, Number: Number(Path.GetFileName(f), Prefix)))
            .Where(f => f.Number is not null).OrderBy(f => f.Number).Select(f => new TestDataSet(f.Folder))];

    /// <summary>The set with number 0; null where the model has none.</summary>
    public static TestDataSet? First(string modelFolder) => Find(modelFolder).FirstOrDefault(set => set.Name == Prefix + "0");

    public Dictionary<string, HostValue> Inputs(IReadOnlyList<DeclaredValue> declared) =>
        Read("input_", declared).ToDictionary(pair => pair.Key, HostValue (pair) => pair.Value, StringComparer.Ordinal);

    public List<KeyValuePair<string, ReferenceValue>> Outputs(IReadOnlyList<DeclaredValue> declared)
    {
        var outputs = Read("output_", declared).ConvertAll(pair => KeyValuePair.Create(pair.Key, ReferenceValue.Of(pair.Value)));
        return outputs.Count > 0 ? outputs : throw new BadInputException($"{Name}: there is no output_0.pb, so there is nothing to compare with");
    }

    // A file's own name counts where the model knows it: some exporters number files in another order.
    private List<KeyValuePair<string, HostTensor>> Read(string prefix, IReadOnlyList<DeclaredValue> declared)
    {
        var values = new List<KeyValuePair<string, HostTensor>>();
        foreach (var (path, number) in Files(prefix))
        {
            if (number < declared.Count && declared[number].Type is { Kind: not ValueKind.Tensor } kind)
            {
                throw new BadInputException($"{Name}/{Path.GetFileName(path)}: {declared[number].Name} is a {kind}; only tensor files are read (no SequenceProto, MapProto or OptionalProto)");
            }

            var tensor = TensorFileReader.Read(path);
            var name = declared.Any(d => d.Name == tensor.Name) ? tensor.Name
                : number < declared.Count ? declared[number].Name
                : throw new BadInputException(string.Create(CultureInfo.InvariantCulture, $"{Name}/{Path.GetFileName(path)}: the model has only {declared.Count} of these"));
            values.Add(values.All(v => v.Key != name)
                ? KeyValuePair.Create(name, tensor.Value)
                : throw new BadInputException($"{Name}/{Path.GetFileName(path)}: {name} is there twice"));
        }

        return values;
    }

    private List<(string Path, int Number)> Files(string prefix) =>
        [.. Directory.EnumerateFiles(folder, prefix + "*.pb").Select(f => (Path: f, Number: Number(Path.GetFileNameWithoutExtension(f), prefix)))
            .Where(f => f.Number is not null).OrderBy(f => f.Number).Select(f => (f.Path, f.Number!.Value))];

    private static int? Number(string name, string prefix) =>
        int.TryParse(name.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
