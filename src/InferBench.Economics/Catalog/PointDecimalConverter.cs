using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using InferBench.Core.Json;

namespace InferBench.Economics.Catalog;

/// <summary>A number. Text in its place is refused with what to write: spreadsheets of half the world export "3,99".</summary>
internal sealed class PointDecimalConverter : JsonConverter<double>, ISchemaConverter
{
    public JsonObject Schema => new() { ["type"] = "number" };

    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Number when reader.GetDouble() is var number && double.IsFinite(number) => number,
        JsonTokenType.String => throw new JsonException($"'{reader.GetString()}' is text; write a number with a decimal point and no quotes, such as 3.99"),
        _ => throw new JsonException("a number is needed here, such as 3.99"),
    };

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}
