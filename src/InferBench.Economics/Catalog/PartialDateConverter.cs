using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using InferBench.Core.Json;

namespace InferBench.Economics.Catalog;

internal sealed class PartialDateConverter : JsonConverter<PartialDate>, ISchemaConverter
{
    public JsonObject Schema => new()
    {
        ["type"] = "string",
        ["pattern"] = @"^(undated|\d{4}(-(\d{2}(-\d{2})?|H[12]|Q[1-4]))?(\.\.\d{4}(-(\d{2}(-\d{2})?|H[12]|Q[1-4]))?)?)$",
    };

    public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException("a date is text, such as \"2026-11-09\" or \"2026-11\"");
        return PartialDate.Parse(text) ?? throw new JsonException($"'{text}' is not a date; write 2026-11-09, 2026-11, 2026-Q4 or 2026");
    }

    public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
}
