using System.Globalization;
using InferBench.Core.Errors;
using InferBench.Models;
using InferBench.Models.Tensors;

namespace InferBench.Runtime.Execution;

/// <summary>What a person wants of one input: <c>NAME=SHAPE:FILL</c>, where either may be left out: <c>image=1x3x224x224</c>, <c>sr=:const,v=16000</c>.</summary>
/// <param name="Dims">Shape, written <c>1x3x224x224</c>, or <c>scalar</c>; null keeps the declared one.</param>
/// <param name="Fill">Fill with parameters, see <see cref="FillParameters"/>; null keeps the usual one.</param>
public sealed record InputOverride(IReadOnlyList<long>? Dims, string? Fill)
{
    private const string Form = "write NAME=SHAPE:FILL, such as image=1x3x224x224:dg1 or sr=:const,v=16000";

    /// <exception cref="BadInputException">Overrides name no input, one twice, or are in another form; all of them in one message.</exception>
    internal static Dictionary<string, InputOverride> ParseAll(IReadOnlyList<string> texts, IReadOnlyList<DeclaredValue> inputs)
    {
        var overrides = new Dictionary<string, InputOverride>(StringComparer.Ordinal);
        List<string> problems = [];
        foreach (var text in texts)
        {
            // Names hold colons and equals signs, so the name is the longest declared one that fits.
            var input = inputs.Where(i => text.StartsWith(i.Name + "=", StringComparison.Ordinal)).MaxBy(i => i.Name.Length);
            if (input is null)
            {
                problems.Add($"--input {text}: there is no such input; there are {string.Join(", ", inputs.Select(i => i.Name))}; {Form}");
            }
            else if (input.Type.Kind != ValueKind.Tensor)
            {
                problems.Add($"--input {text}: {input} is no tensor, so it has no shape and fill");
            }
            else if (Parse(text[(input.Name.Length + 1)..]) is not { } parsed)
            {
                problems.Add($"--input {text}: {Form}");
            }
            else if (!overrides.TryAdd(input.Name, parsed))
            {
                problems.Add($"--input {text}: {input.Name} is given twice");
            }
        }

        return problems.Count == 0 ? overrides : throw BadInputException.Of(problems);
    }

    private static InputOverride? Parse(string text)
    {
        var (shape, fill) = text.Split(':', 2) is [var left, var right] ? (left, right) : (text, null);
        IReadOnlyList<long>? dims = shape switch
        {
            "" => null,
            "scalar" => [],
            _ => shape.Split('x', ',').Select(part => long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var dim) ? dim : -1).ToArray(),
        };
        return dims?.Contains(-1) == true || fill == "" || (dims is null && fill is null) || !IsFill(fill) ? null : new InputOverride(dims, fill);
    }

    private static bool IsFill(string? fill)
    {
        if (fill is null)
        {
            return true;
        }

        try
        {
            return FillParameters.Parse(fill, 0) is not null;
        }
        catch (ModelFormatException e)
        {
            throw new BadInputException($"--input: {e.Message}", e);
        }
    }
}
