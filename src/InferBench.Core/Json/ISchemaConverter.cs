using System.Text.Json.Nodes;

namespace InferBench.Core.Json;

/// <summary>A converter that says what it reads, for the published schema: the exporter cannot look into one.</summary>
public interface ISchemaConverter
{
    public JsonObject Schema { get; }
}
