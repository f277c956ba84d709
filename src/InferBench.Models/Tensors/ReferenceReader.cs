using System.Globalization;
using System.Text.Json;

namespace InferBench.Models.Tensors;

/// <summary>
/// Reads reference files: inputs by fill, and outputs by shape, first values and figures, as an independent client measured them.
/// <c>spec</c> and <c>outputs</c> are the first run; <c>step</c>, where there is one, a second run on the first run's state.
/// </summary>
public static class ReferenceReader
{
    private const long LongestFile = 64 << 20;
    private const string FromPrevious = "previous outputs";

    /// <returns>One run, or two of which the second continues the first.</returns>
    /// <exception cref="ModelFormatException">The file is no reference, or its lengths, types or fills do not fit.</exception>
    /// <exception cref="ModelNotFoundException">There is no file at that path.</exception>
    public static IReadOnlyList<ReferenceRun> Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new ModelNotFoundException($"{path}: there is no such file");
        }

        var document = Parse(path);
        try
        {
            return document.Step is { } step ? [Run(document, false), Run(step, true)] : [Run(document, false)];
        }
        catch (ModelFormatException e)
        {
            throw ModelFormatException.In(path, e.Message, e);
        }
    }

    private static ReferenceDocument Parse(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        if (stream.Length > LongestFile)
        {
            throw ModelFormatException.In(path, string.Create(
                CultureInfo.InvariantCulture, $"has {stream.Length} bytes; a reference has at most {LongestFile}"));
        }

        try
        {
            return JsonSerializer.Deserialize(stream, ReferenceJson.Default.ReferenceDocument) ?? throw ModelFormatException.In(path, "holds nothing");
        }
        catch (JsonException e)
        {
            throw ModelFormatException.In(path, string.Create(
                CultureInfo.InvariantCulture, $"line {e.LineNumber + 1}{(e.Path is { Length: > 1 } field ? $" ({field})" : "")} is not what a reference has there"), e);
        }
    }

    private static ReferenceRun Run(ReferenceDocument document, bool continues)
    {
        if (document.Spec is not { } spec || document.Outputs is not { Count: > 0 } outputs || spec.Contains(null!) || outputs.Contains(null!))
        {
            throw new ModelFormatException("has no \"spec\" of inputs or no \"outputs\", so it is no reference of a run");
        }

        var run = new ReferenceRun(
            [.. spec.Select((s, index) => Input(s, (uint)index, continues))],
            [.. outputs.Select(o => KeyValuePair.Create(o.Name ?? throw new ModelFormatException("an output has no name"), Value(o, $"output {o.Name}")))]);
        return (Repeated(run.Inputs.Select(i => i.Name)) ?? Repeated(run.Outputs.Select(o => o.Key))) is { } name
            ? throw new ModelFormatException($"\"{name}\" is listed twice")
            : run;
    }

    private static ReferenceInput Input(ReferenceSpec spec, uint index, bool continues)
    {
        if (spec.Name is not { } name || spec.Dims is not { } dims)
        {
            throw new ModelFormatException(string.Create(CultureInfo.InvariantCulture, $"input {index} has no name or no dims"));
        }

        if (spec.From is not null)
        {
            return continues && spec.From == FromPrevious
                ? new ReferenceInput(name, null, dims, null)
                : throw new ModelFormatException($"input {name}: from \"{spec.From}\" is not known here; only \"step\" has inputs from \"{FromPrevious}\"");
        }

        var type = ElementTypeNames.Parse(spec.Type ?? "") ?? throw new ModelFormatException($"input {name}: type \"{spec.Type}\" is not known");
        try
        {
            return new ReferenceInput(name, type, dims, FillParameters.Of(spec, index));
        }
        catch (ModelFormatException e)
        {
            throw new ModelFormatException($"input {name}: {e.Message}", e);
        }
    }

    private static ReferenceValue Value(ReferenceEntry? entry, string label) => entry?.Type switch
    {
        _ when entry is null => throw new ModelFormatException($"{label}: an item is null"),
        "sequence" => new ReferenceSequence(
            [.. (entry.Items ?? throw new ModelFormatException($"{label}: a sequence needs \"items\"")).Select(item => Value(item, label))]),
        "map" => Map(entry, label),
        _ => Tensor(entry, label),
    };

    private static ReferenceMap Map(ReferenceEntry entry, string label)
    {
        if (entry.Keys is not { } keys || entry.Values is not { } values)
        {
            throw new ModelFormatException($"{label}: a map needs \"keys\" and \"values\"");
        }

        var map = new ReferenceMap(Tensor(keys, $"{label}, keys"), Tensor(values, $"{label}, values"));
        return map.Keys.First.ElementCount == map.Values.First.ElementCount
            ? map
            : throw new ModelFormatException($"{label}: a map needs as many values as keys");
    }

    private static ReferenceTensor Tensor(ReferenceEntry entry, string label)
    {
        var type = ElementTypeNames.Parse(entry.Type ?? "") ?? throw new ModelFormatException($"{label}: type \"{entry.Type}\" is not known");
        var first = entry.First ?? throw new ModelFormatException($"{label}: there are no \"first\" values");
        var dims = entry.Dims ?? [first.Count];
        var elements = TensorShape.Elements(type, dims) ?? throw new ModelFormatException($"{label}: dims {TensorShape.Text(dims)} are impossible or too large");
        if ((entry.N is { } n && n != elements) || first.Count > elements || entry.ArgmaxFlat < 0 || entry.ArgmaxFlat > Math.Max(elements - 1, 0))
        {
            throw new ModelFormatException(string.Create(
                CultureInfo.InvariantCulture,
                $"{label}: dims {TensorShape.Text(dims)} have {elements} elements, but n is {entry.N ?? elements}, there are {first.Count} first values and argmaxFlat is {entry.ArgmaxFlat ?? 0}"));
        }

        return new ReferenceTensor(
            dims,
            ReferenceElements.Read(type, first, label),
            new ReferenceFigures(entry.Sum, entry.SumAbs, entry.Min, entry.Max, elements == 0 ? null : entry.ArgmaxFlat));
    }

    private static string? Repeated(IEnumerable<string> names) => names.GroupBy(n => n, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1)?.Key;
}
