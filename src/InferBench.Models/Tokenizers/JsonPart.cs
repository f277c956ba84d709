using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace InferBench.Models.Tokenizers;

/// <summary>A value of a tokenizer's JSON file that knows where it stands, so that every problem names its place.</summary>
internal readonly struct JsonPart(JsonElement element, string file, string where)
{
    public bool IsObject => element.ValueKind == JsonValueKind.Object;

    public bool IsArray => element.ValueKind == JsonValueKind.Array;

    public bool IsString => element.ValueKind == JsonValueKind.String;

    /// <summary>False for a field that is not there or is null; other writers leave out what this one needs not.</summary>
    public bool TryGet(string name, out JsonPart part)
    {
        part = IsObject && element.TryGetProperty(name, out var value) ? new JsonPart(value, file, Join(name)) : default;
        return part.IsThere;
    }

    public JsonPart Get(string name) => TryGet(name, out var part) ? part : throw Problem($"has no \"{name}\"");

    public string Text()
    {
        if (!IsString)
        {
            throw Problem("is not text");
        }

        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw Problem("holds half of a surrogate pair", e);
        }
    }

    public string? TextOrNull(string name) => TryGet(name, out var part) ? part.Text() : null;

    public bool Flag(string name, bool otherwise) => !TryGet(name, out var part) ? otherwise : part.Kind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw part.Problem("is neither true nor false"),
    };

    public int Id() => element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var id) && id >= 0
        ? id
        : throw Problem("is not a number from 0 to 2147483647");

    public int Count(string name, int otherwise) => TryGet(name, out var part) ? part.Id() : otherwise;

    public double Number() => element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out var number) ? number : throw Problem("is not a number");

    public IEnumerable<JsonPart> Items()
    {
        if (!IsArray)
        {
            throw Problem("is not a list");
        }

        var (name, path, index) = (file, where, 0);
        return element.EnumerateArray().Select(item => new JsonPart(item, name, string.Create(CultureInfo.InvariantCulture, $"{path}[{index++}]")));
    }

    /// <summary>How many items or fields there are, before any of them is read.</summary>
    public int Length => IsArray ? element.GetArrayLength() : IsObject ? element.GetPropertyCount() : 0;

    public IEnumerable<(string Name, JsonPart Value)> Fields()
    {
        if (!IsObject)
        {
            throw Problem("is not an object");
        }

        return NamedFields(element, this);
    }

    public TokenizerException Problem(string problem, Exception? inner = null) => TokenizerException.In(file, $"{Place} {problem}", inner);

    public TokenizerException Unsupported(string what) => TokenizerException.Unsupported($"{Path.GetFileName(file)}: {Place}: {what} is not supported");

    public override string ToString() => $"{Path.GetFileName(file)}: {Place}";

    private JsonValueKind Kind => element.ValueKind;

    private bool IsThere => element.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    private string Place => where.Length == 0 ? "the file" : where;

    private string Join(string name) => where.Length == 0 ? name : $"{where}.{name}";

    [SuppressMessage("Style", "IDE0060", Justification = "an iterator of a struct cannot capture this")]
    private static IEnumerable<(string Name, JsonPart Value)> NamedFields(JsonElement element, JsonPart owner)
    {
        foreach (var property in element.EnumerateObject())
        {
            string name;
            try
            {
                name = property.Name;
            }
            catch (InvalidOperationException e)
            {
                throw owner.Problem("has a name with half of a surrogate pair", e);
            }

            yield return (name, new JsonPart(property.Value, owner.File, owner.Join(name)));
        }
    }

    private string File => file;
}
