using System.Globalization;
using System.Security.Cryptography;
using InferBench.Core.Errors;
using InferBench.Core.Runs;
using InferBench.Models.Onnx;
using InferBench.Models.Tensors;

namespace InferBench.Runtime.Execution;

/// <summary>
/// What a one-shot model is fed in a cell. Where nothing is overridden and the cell has the batch and length of the model's own <c>test_data_set_0</c>,
/// that is fed; else inputs are made up.
/// </summary>
public sealed class OneShotFeed
{
    /// <summary>Of the reference to a string.</summary>
    private const int StringBits = 64;

    private readonly OnnxModel _outline;
    private readonly IReadOnlyList<DeclaredValue> _inputs;
    private readonly IReadOnlyList<string> _overrides;
    private readonly IReadOnlyList<string> _dims;
    private readonly IReadOnlyDictionary<string, HostValue>? _testData;

    /// <param name="outline">The model.</param>
    /// <param name="inputs">What it asks for.</param>
    /// <param name="outputs">What it returns.</param>
    /// <param name="overrides">Shapes and fills of inputs, <c>NAME=SHAPE:FILL</c>.</param>
    /// <param name="dims">Sizes of open dimensions, <c>NAME=NUMBER</c>; not the batch and the sequence, which belong to the cell.</param>
    /// <param name="testDataFolder">Where its test data lies; null for its own folder.</param>
    /// <exception cref="BadInputException">Overrides or the test data cannot be used; all problems in one message.</exception>
    public OneShotFeed(
        OnnxModel outline,
        IReadOnlyList<DeclaredValue> inputs,
        IReadOnlyList<DeclaredValue> outputs,
        IReadOnlyList<string> overrides,
        IReadOnlyList<string> dims,
        string? testDataFolder = null)
    {
        (_outline, _inputs, _overrides, _dims) = (outline, inputs, overrides, dims);
        Axes = OneShotAxes.Of(inputs, outputs);
        _ = new InputSynthesis(inputs, outline, dims, overrides);
        RequireOwn(SymbolicDims.ParseAll(dims, inputs));
        var shapes = InputOverride.ParseAll(overrides, inputs).Where(o => o.Value.Dims is not null).ToDictionary(o => o.Key, o => o.Value.Dims!, StringComparer.Ordinal);
        AskedBatch = Asked(shapes, Axes.BatchIn, "batch");
        AskedSequence = Asked(shapes, Axes.SequenceIn, "sequence length");
        _testData = overrides.Count + dims.Count == 0 ? TestData(testDataFolder ?? Path.GetDirectoryName(outline.Path)!) : null;
    }

    /// <summary>Of a file that no session has loaded.</summary>
    /// <inheritdoc cref="OneShotFeed(OnnxModel, IReadOnlyList{DeclaredValue}, IReadOnlyList{DeclaredValue}, IReadOnlyList{string}, IReadOnlyList{string}, string)"/>
    public static OneShotFeed Of(OnnxModel outline, IReadOnlyList<string> overrides, IReadOnlyList<string> dims, string? testDataFolder = null) =>
        new(outline, DeclaredValues.Of(outline.Graph.Inputs), DeclaredValues.Of(outline.Graph.Outputs), overrides, dims, testDataFolder);

    public OneShotAxes Axes { get; }

    /// <summary>The batch that an override's shape has; null where none says.</summary>
    public int? AskedBatch { get; }

    /// <summary>The sequence length that an override's shape has; null where none says.</summary>
    public int? AskedSequence { get; }

    /// <summary>Whether that cell is fed the model's own test data.</summary>
    public bool HasTestData(int batch, int? sequence) => _testData is { } data && _inputs.All(input =>
        data.GetValueOrDefault(input.Name) is HostTensor value
        && (Axes.BatchIn(input, value.Dims) ?? batch) == batch
        && (Axes.SequenceIn(input, value.Dims) ?? sequence) == sequence);

    /// <summary>Content of what that cell is fed from the model's test data; null where its inputs are made up.</summary>
    public string? TestDataSha256(int batch, int? sequence)
    {
        if (!HasTestData(batch, sequence))
        {
            return null;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var input in _inputs)
        {
            hash.AppendData(((HostTensor)_testData![input.Name]).Bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>A value for every input, and where they come from.</summary>
    /// <param name="batch">Items of the cell.</param>
    /// <param name="sequence">Length of the cell's sequence; null where the model has none of open length.</param>
    /// <exception cref="BadInputException">An input cannot be made, or does not fit what the model declares.</exception>
    public (IReadOnlyDictionary<string, HostValue> Values, InputSource Source) Make(int batch, int? sequence)
    {
        if (HasTestData(batch, sequence))
        {
            return (_testData!, InputSource.TestData);
        }

        var values = Synthesis(batch, sequence).Make();
        InputCheck.Require(Path.GetFileName(_outline.Path), _inputs, values);
        return (values, InputSource.MadeUp);
    }

    /// <summary>Whether the file alone says enough to make inputs: what a sequence or a map holds is known only to a session.</summary>
    public bool IsDeclared => _inputs.All(input => input.Type.Kind is not (ValueKind.Sequence or ValueKind.Map) || input.Type.Element is not null);

    /// <summary>Memory of the tensor inputs, at least.</summary>
    public long InputBytes(int batch, int? sequence) => Synthesis(batch, sequence).Shapes().Sum(shape =>
        _inputs.First(input => input.Name == shape.Key).Type.ElementType is { } type && TensorShape.Elements(type, shape.Value) is { } elements
            ? elements * ((type.BitsPerElement() ?? StringBits) / 8)
            : 0);

    private InputSynthesis Synthesis(int batch, int? sequence)
    {
        var sizes = new InputSizes(batch, sequence ?? new InputSizes().Sequence);
        string[] dims = [.. _dims, .. Axes.BatchNames.Select(name => Dim(name, batch)), .. Axes.SequenceNames.Select(name => Dim(name, (int)sizes.Sequence))];
        return new InputSynthesis(_inputs, _outline, dims, _overrides, sizes);
    }

    private static string Dim(string name, int size) => string.Create(CultureInfo.InvariantCulture, $"{name}={size}");

    private void RequireOwn(Dictionary<string, long> dims)
    {
        List<string> problems =
        [
            .. dims.Where(dim => Axes.BatchNames.Contains(dim.Key)).Select(dim => $"--dim {dim.Key}: that is the batch; write --batch {dim.Value}"),
            .. dims.Where(dim => Axes.SequenceNames.Contains(dim.Key)).Select(dim => $"--dim {dim.Key}: that is the sequence length; write --prompt {dim.Value}"),
        ];
        if (problems.Count > 0)
        {
            throw BadInputException.Of(problems);
        }
    }

    private int? Asked(Dictionary<string, IReadOnlyList<long>> shapes, Func<DeclaredValue, IReadOnlyList<long>, long?> size, string what)
    {
        var sizes = shapes.Select(shape => size(_inputs.First(input => input.Name == shape.Key), shape.Value)).OfType<long>().Distinct().ToList();
        return sizes switch
        {
            [] => null,
            [>= 1 and <= int.MaxValue and var only] => (int)only,
            _ => throw new BadInputException(string.Create(CultureInfo.InvariantCulture, $"--input: the {what} is {string.Join(" and ", sizes)}; it must be one number from 1 on")),
        };
    }

    /// <summary>Only where it has every input, as a tensor that the model takes: one in half precision may want others than the model it was made from.</summary>
    private Dictionary<string, HostValue>? TestData(string folder)
    {
        if (_inputs.Any(input => input.Type.Kind != ValueKind.Tensor) || TestDataSet.First(folder) is not { } set)
        {
            return null;
        }

        var values = set.Inputs(_inputs);
        return _inputs.All(input => values.TryGetValue(input.Name, out var value) && ShapeCheck.Problem(input.Type, value) is null) ? values : null;
    }
}
