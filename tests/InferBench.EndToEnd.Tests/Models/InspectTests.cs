using System.Text.Json;
using InferBench.EndToEnd.Tests.BadInput;
using InferBench.EndToEnd.Tests.Processes;

namespace InferBench.EndToEnd.Tests.Models;

public sealed class InspectTests
{
    [Fact]
    public void ModelsInspect_BuiltModel_SaysWhatItIs()
    {
        using var person = new Inferbench();

        var command = person.Run("models", "inspect", BuiltModel.In(person)).ExitsWith(0);

        Assert.Contains("genai layout, context 256", command.Output, StringComparison.Ordinal);
        Assert.Contains("GroupQueryAttention 2", command.Output, StringComparison.Ordinal);
        Assert.Contains("synthetic random weights", command.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ModelsInspect_Json_IsOneDocument()
    {
        using var person = new Inferbench();

        var command = person.Run("models", "inspect", BuiltModel.In(person), "--json").ExitsWith(0);

        using var found = JsonDocument.Parse(command.Output);
        Assert.Equal("model.onnx", found.RootElement.GetProperty("file").GetString());
        Assert.Equal(256, found.RootElement.GetProperty("contextLength").GetInt32());
        Assert.Equal("fp32", found.RootElement.GetProperty("identity").GetProperty("weightPrecision").GetString());
    }
}
