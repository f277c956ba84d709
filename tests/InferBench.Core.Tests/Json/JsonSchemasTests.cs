using InferBench.Core.Json;
using InferBench.Tests;

namespace InferBench.Core.Tests.Json;

public sealed class JsonSchemasTests
{
    [Fact]
    public void Plan_PublishedSchema_HasNotChanged() => Snapshot.Matches(JsonSchemas.Plan, "plan.schema.json");

    [Fact]
    public void Run_PublishedSchema_HasNotChanged() => Snapshot.Matches(JsonSchemas.Run, "run.schema.json");
}
