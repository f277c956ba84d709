using System.Globalization;
using System.Text.Json;
using InferBench.Core.Errors;

namespace InferBench.Core.Scenarios;

/// <summary>Fields of a JSON object by name, each checked as it is read; remembers which were asked for.</summary>
/// <param name="element">The object.</param>
/// <param name="source">What to name in messages, up to the field's own name.</param>
internal sealed class JsonFields(JsonElement element, string source)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>Fields that nobody asked for, in their order.</summary>
    public IEnumerable<string> Unknown => element.EnumerateObject().Select(member => member.Name).Where(name => !_known.Contains(name));

    /// <summary>Fields that may be there and change nothing.</summary>
    public void Ignore(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            _known.Add(name);
        }
    }

    /// <returns>Null where the field is absent or null.</returns>
    public JsonElement? Find(string name)
    {
        _known.Add(name);
        return element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    /// <exception cref="BadInputException">The field is missing or is no object.</exception>
    public JsonElement Object(string name) => Find(name) is not { } value ? throw Problem(name, "is missing")
        : value.ValueKind == JsonValueKind.Object ? value
        : throw Problem(name, "must be an object");

    /// <summary>A whole number, as a number or, for those that exceed 53 bits, as text.</summary>
    /// <exception cref="BadInputException">It is no whole number, or out of range.</exception>
    public long? Whole(string name, long least, long most) => Find(name) is { } value ? Whole(value, name, least, most) : null;

    /// <exception cref="BadInputException">An item is no whole number, or out of range, or there is none.</exception>
    public long[]? Wholes(string name, long least, long most)
    {
        if (Find(name) is not { } list)
        {
            return null;
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            throw Problem(name, "must be a list of whole numbers");
        }

        var values = new long[list.GetArrayLength()];
        var i = 0;
        foreach (var item in list.EnumerateArray())
        {
            values[i] = item.ValueKind == JsonValueKind.Number && item.TryGetInt64(out var value) && value >= least && value <= most
                ? value
                : Whole(item, string.Create(CultureInfo.InvariantCulture, $"{name}[{i}]"), least, most);
            i++;
        }

        return values.Length > 0 ? values : throw Problem(name, "is empty");
    }

    /// <exception cref="BadInputException">It is no number, or out of range.</exception>
    public double? Number(string name, double least, double most)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && number >= least && number <= most
            ? number
            : throw Problem(name, Text($"is {Shown(value)}; it must be a number from {least} to {most}"));
    }

    /// <summary>A 64-bit seed, as a number or as text.</summary>
    public ulong? Seed(string name) => Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetUInt64(out var number) ? number
        : value.ValueKind == JsonValueKind.String && ulong.TryParse(value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var text) ? text
        : throw Problem(name, $"is {Shown(value)}; it must be a whole number of 64 bits");

    /// <summary>true or false, or 1 or 0.</summary>
    public bool? Flag(string name) => Find(name) is not { } value ? null
        : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean()
        : Whole(value, name, 0, 1) == 1;

    public BadInputException Problem(string name, string what) => new($"{source}{name} {what}");

    private long Whole(JsonElement value, string name, long least, long most)
    {
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt64(out var number))
        {
            throw Problem(name, Text($"is {Shown(value)}; it must be a whole number from {least} to {most}"));
        }

        return number < least || number > most ? throw Problem(name, Text($"is {number}; it must be from {least} to {most}")) : number;
    }

    /// <summary>Short, and with nothing that could move a terminal's cursor: a hostile file may hold anything.</summary>
    private static string Shown(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetRawText() is { Length: <= 30 } text ? text : "a number too long to show",
        JsonValueKind.String => "text",
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.Null => "null",
        _ => value.GetRawText(),
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
