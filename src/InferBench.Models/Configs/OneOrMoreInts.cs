using System.Text.Json;
using System.Text.Json.Serialization;

namespace InferBench.Models.Configs;

/// <summary>Models with several end tokens write a list where others write a number.</summary>
internal sealed class OneOrMoreInts : JsonConverter<int[]?>
{
    private const int Most = 1_024;

    public override int[]? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            return [reader.GetInt32()];
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("a number or a list of numbers is expected");
        }

        List<int> values = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Number || values.Count == Most)
            {
                throw new JsonException("a number or a short list of numbers is expected");
            }

            values.Add(reader.GetInt32());
        }

        return [.. values];
    }

    public override void Write(Utf8JsonWriter writer, int[]? value, JsonSerializerOptions options) =>
        throw new NotSupportedException("configurations are only read");
}
