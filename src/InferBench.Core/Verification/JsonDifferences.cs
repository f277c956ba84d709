using System.Globalization;
using System.Text.Json;

namespace InferBench.Core.Verification;

/// <summary>
/// Where two JSON documents say different things. A member that the stored one does not have at all is younger than it: that is no difference.
/// </summary>
internal sealed class JsonDifferences(double tolerance, int most)
{
    private readonly List<JsonDifference> _found = [];

    /// <summary>Differences beyond those that are listed.</summary>
    public int More { get; private set; }

    public IReadOnlyList<JsonDifference> Found => _found;

    public void Compare(string path, JsonElement? stored, JsonElement? computed)
    {
        var (kind, other) = (stored?.ValueKind ?? JsonValueKind.Null, computed?.ValueKind ?? JsonValueKind.Null);
        if (kind == JsonValueKind.Object && other == JsonValueKind.Object)
        {
            foreach (var member in stored!.Value.EnumerateObject())
            {
                Compare($"{path}.{member.Name}", member.Value, Member(computed!.Value, member.Name));
            }
        }
        else if (kind == JsonValueKind.Array && other == JsonValueKind.Array)
        {
            Arrays(path, stored!.Value, computed!.Value);
        }
        else if (!Same(kind, other, stored, computed))
        {
            Add(new JsonDifference(path, Text(stored), Text(computed)));
        }
    }

    private void Arrays(string path, JsonElement stored, JsonElement computed)
    {
        if (stored.GetArrayLength() != computed.GetArrayLength())
        {
            Add(new JsonDifference(path, $"{stored.GetArrayLength()} items", $"{computed.GetArrayLength()} items"));
            return;
        }

        // Enumerated side by side: an index into an element is a walk from its start.
        using var left = stored.EnumerateArray().GetEnumerator();
        using var right = computed.EnumerateArray().GetEnumerator();
        for (var i = 0; left.MoveNext() && right.MoveNext(); i++)
        {
            Compare(string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), left.Current, right.Current);
        }
    }

    private bool Same(JsonValueKind kind, JsonValueKind other, JsonElement? stored, JsonElement? computed)
    {
        if (kind != other)
        {
            return false;
        }

        return kind switch
        {
            JsonValueKind.Number => Near(stored!.Value.GetDouble(), computed!.Value.GetDouble()),
            JsonValueKind.String => stored!.Value.GetString() == computed!.Value.GetString(),
            _ => true,
        };
    }

    /// <summary>Another processor may round the last digit of a figure in another way; a sample is a whole number, and exact.</summary>
    private bool Near(double stored, double computed) => Math.Abs(stored - computed) <= tolerance * Math.Max(Math.Abs(stored), Math.Abs(computed));

    private void Add(JsonDifference difference)
    {
        if (_found.Count < most)
        {
            _found.Add(difference);
        }
        else
        {
            More++;
        }
    }

    private static JsonElement? Member(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value : null;

    private static string Text(JsonElement? value) => value is not { } known ? "null"
        : known.GetRawText() is { Length: > 60 } text ? text[..60] + "…"
        : known.GetRawText();
}
