using System.Globalization;
using InferBench.Core.Errors;
using InferBench.Models;
using InferBench.Models.Configs;
using InferBench.Models.Onnx;
using InferBench.Models.Tensors;

namespace InferBench.Runtime.Execution;

/// <summary>
/// Makes inputs that a model accepts, from what it declares: shapes by <see cref="SymbolicDims"/>, values by <see cref="UsualFills"/>.
/// What they compute has no meaning; that they run and repeat has.
/// </summary>
public sealed class InputSynthesis
{
    private readonly IReadOnlyList<DeclaredValue> _inputs;
    private readonly SymbolicDims _dims;
    private readonly UsualFills _fills;
    private readonly Dictionary<string, InputOverride> _overrides;

    /// <param name="inputs">What the model asks for.</param>
    /// <param name="outline">Its outline: embedding tables bound token ids, and configuration files lie beside it.</param>
    /// <param name="dims">Sizes of symbolic dimensions as the person wants them, such as <c>sequence_length=128</c>.</param>
    /// <param name="overrides">Shapes and fills of single inputs, such as <c>sr=:const,v=16000</c>; see <see cref="InputOverride"/>.</param>
    /// <param name="sizes">Sizes of what is left open; null for the usual ones.</param>
    /// <exception cref="BadInputException">An override names no input or is in no known form; all of them in one message.</exception>
    public InputSynthesis(
        IReadOnlyList<DeclaredValue> inputs, OnnxModel outline, IReadOnlyList<string> dims, IReadOnlyList<string> overrides, InputSizes? sizes = null)
    {
        _inputs = inputs;
        var config = Config(outline);
        _overrides = InputOverride.ParseAll(overrides, inputs);
        _dims = new SymbolicDims(SymbolicDims.ParseAll(dims, inputs), config, sizes ?? new InputSizes());
        _fills = new UsualFills(outline, config, _dims);
    }

    /// <summary>A value for every input, by name.</summary>
    /// <param name="set">Inputs of different sets have different values where their fill is random.</param>
    /// <exception cref="BadInputException">An input is of a kind that cannot be made, or would be too large.</exception>
    public IReadOnlyDictionary<string, HostValue> Make(int set = 0)
    {
        var values = new Dictionary<string, HostValue>(StringComparer.Ordinal);
        for (var i = 0; i < _inputs.Count; i++)
        {
            var input = _inputs[i];
            try
            {
                values.Add(input.Name, Make(input, (uint)((set * _inputs.Count) + i)));
            }
            catch (ModelFormatException e)
            {
                throw new BadInputException($"input {input}: {e.Message}", e);
            }
        }

        return values;
    }

    /// <summary>The shape of every tensor input, by name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<long>> Shapes() => _inputs
        .Where(input => input.Type.Kind == ValueKind.Tensor)
        .ToDictionary(input => input.Name, Shape, StringComparer.Ordinal);

    /// <summary>How the inputs were made, for a person: <c>input_ids=int64[1x8]</c>.</summary>
    public static string Describe(IReadOnlyDictionary<string, HostValue> values, int most = 4) =>
        string.Join(", ", values.Take(most).Select(v => $"{v.Key}={v.Value}"))
        + (values.Count > most ? string.Create(CultureInfo.InvariantCulture, $" and {values.Count - most} more") : "");

    private HostValue Make(DeclaredValue input, uint stream) => input.Type switch
    {
        { Kind: ValueKind.Tensor, ElementType: { } type } => Tensor(input, type, stream),
        { Kind: ValueKind.Sequence, Element: { } element } => new HostSequence([Make(new DeclaredValue(input.Name, element), stream)]),
        { Kind: ValueKind.Map, KeyType: { } key, Element.ElementType: { } value } => Map(key, value, stream),
        _ => throw new BadInputException($"input {input}: a value of this kind cannot be made up"),
    };

    private HostTensor Tensor(DeclaredValue input, OnnxElementType type, uint stream)
    {
        var fill = _overrides.GetValueOrDefault(input.Name)?.Fill is { } asked ? FillParameters.Parse(asked, stream) : _fills.For(input, type, stream);
        return fill.Make(type, Shape(input));
    }

    private IReadOnlyList<long> Shape(DeclaredValue input) => _overrides.GetValueOrDefault(input.Name)?.Dims ?? _dims.Resolve(input);

    private static HostMap Map(OnnxElementType key, OnnxElementType value, uint stream)
    {
        var keys = new TensorFill { Kind = TensorFillKind.Arange }.Make(key, [3]);
        return new HostMap(keys, new TensorFill { Kind = TensorFillKind.Dg1, Stream = stream }.Make(value, [3]));
    }

    private static DecoderConfig? Config(OnnxModel outline)
    {
        try
        {
            return DecoderConfigReader.ReadFolder(Path.GetDirectoryName(outline.Path)!);
        }
        catch (ModelFormatException e)
        {
            throw new BadInputException(e.Message, e);
        }
    }
}
