using System.Security.Cryptography;
using System.Text.Json;

namespace InferBench.Core.Verification;

/// <summary>
/// A digest of what a JSON document says, whatever its white space and escapes: members in the order of the document, numbers digit by digit as they stand,
/// so that one changed digit changes it.
/// </summary>
public static class CanonicalJson
{
    private const string Digest = "digest";

    /// <summary>SHA-256 of the document without the <c>digest</c> that it may carry itself.</summary>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    public static string Sha256(JsonElement document)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            foreach (var member in document.EnumerateObject().Where(member => member.Name != Digest))
            {
                writer.WritePropertyName(member.Name);
                Write(writer, member.Value);
            }

            writer.WriteEndObject();
        }

        return Convert.ToHexStringLower(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.Number:
                writer.WriteRawValue(value.GetRawText(), skipInputValidation: true);
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
