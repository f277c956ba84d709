using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using InferBench.Core.Json;

namespace InferBench.Core.Plans;

/// <summary>Reads a number, a list of numbers, or a range string; writes a list.</summary>
internal sealed class IntegerRangeConverter : JsonConverter<IReadOnlyList<int>>, ISchemaConverter
{
    public JsonObject Schema => new()
    {
        ["anyOf"] = new JsonArray(
            new JsonObject { ["type"] = "integer" },
            new JsonObject { ["type"] = "string", ["pattern"] = @"^\s*\d+(-\d+([+*]\d+)?)?(\s*,\s*\d+(-\d+([+*]\d+)?)?)*\s*$" },
            new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "integer" } },
            new JsonObject { ["type"] = "null" }),
    };

    public override IReadOnlyList<int> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                return [Integer(ref reader)];
            case JsonTokenType.String:
                try
                {
                    return IntegerRange.Parse(reader.GetString()!);
                }
                catch (FormatException problem)
                {
                    throw new JsonException(problem.Message, problem);
                }

            case JsonTokenType.StartArray:
                var values = new List<int>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    values.Add(reader.TokenType == JsonTokenType.Number ? Integer(ref reader) : throw new JsonException("a list holds whole numbers"));
                }

                return values;
            default:
                throw new JsonException("expected a number, a list of numbers, or a range such as \"1,2,4-32*2\"");
        }
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<int> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var item in value)
        {
            writer.WriteNumberValue(item);
        }

        writer.WriteEndArray();
    }

    private static int Integer(ref Utf8JsonReader reader) =>
        reader.TryGetInt32(out var value) ? value : throw new JsonException("expected a whole number");
}
