using System.ComponentModel;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using InferBench.Core.Plans;
using InferBench.Core.Runs;

namespace InferBench.Core.Json;

/// <summary>The published JSON Schemas, derived from the types that read and write the documents, so that they cannot drift apart.</summary>
public static class JsonSchemas
{
    /// <summary>A schema is read by people, and is never put into a page: quotes stay quotes.</summary>
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Plan => Export(CoreJson.Default.Plan, "InferBench plan");

    public static string Run => Export(CoreJson.Default.RunDocument, "InferBench run document (run.json)");

    /// <summary>The schema of a document, with a line end.</summary>
    /// <param name="type">How the document is read.</param>
    /// <param name="title">What the document is.</param>
    public static string Export(JsonTypeInfo type, string title)
    {
        var schema = type.GetJsonSchemaAsNode(new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe });
        var document = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = title };
        foreach (var (name, value) in schema.AsObject().ToList())
        {
            document[name] = value?.DeepClone();
        }

        return document.ToJsonString(Readable) + "\n";
    }

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        var attributes = context.PropertyInfo?.AttributeProvider;
        if ((context.PropertyInfo?.CustomConverter ?? context.TypeInfo.Converter) is ISchemaConverter converter)
        {
            schema = converter.Schema;
        }

        if (attributes?.GetCustomAttributes(typeof(DescriptionAttribute), inherit: false) is [DescriptionAttribute description] && schema is JsonObject node)
        {
            node.Insert(0, "description", description.Description);
        }

        return schema;
    }
}
