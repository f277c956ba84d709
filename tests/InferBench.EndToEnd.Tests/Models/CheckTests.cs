using System.Text.Json;
using InferBench.EndToEnd.Tests.BadInput;
using InferBench.EndToEnd.Tests.Processes;
using InferBench.Tests;

namespace InferBench.EndToEnd.Tests.Models;

/// <summary>Exit code 0: agrees, 1: differs, 2: cannot be run.</summary>
public sealed class CheckTests : IDisposable
{
    private readonly Inferbench _person = new();

    public void Dispose() => _person.Dispose();

    [Fact]
    public void ModelsCheck_BuiltModel_RunsTwiceWithEqualOutputs()
    {
        var command = _person.Run("models", "check", BuiltModel.In(_person)).ExitsWith(0);

        Assert.StartsWith("model.onnx: runs, twice with equal outputs of the declared shapes, on made-up inputs", command.Output, StringComparison.Ordinal);
        Assert.Empty(command.Errors);
    }

    [Fact]
    public void ModelsCheck_OutputsUnlikeTheReference_ExitsWith1()
    {
        var command = _person.Run("models", "check", BuiltModel.In(_person), "--reference", Reference(logits: 1e6), "--json").ExitsWith(1);

        using var found = JsonDocument.Parse(command.Output);
        var output = found.RootElement.GetProperty("runs")[0].GetProperty("outputs").EnumerateArray().Single(output => output.GetProperty("name").GetString() == "logits");
        Assert.NotEmpty(output.GetProperty("problem").GetString()!);
    }

    [NeedsModelsFact("mnist/model.onnx")]
    public void ModelsCheck_TestData_AgreesUntilItIsChanged()
    {
        foreach (var file in Directory.EnumerateFiles(TestModels.Path("mnist"), "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".onnx" or ".pb"))
        {
            var copy = Path.Combine(_person.Home, Path.GetRelativePath(TestModels.Path("mnist"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.WriteAllBytes(copy, File.ReadAllBytes(file));
        }

        Assert.Contains("agrees with its test data: 3 runs", _person.Run("models", "check", ".").ExitsWith(0).Output, StringComparison.Ordinal);

        var changed = Path.Combine(_person.Home, "test_data_set_1", "output_0.pb");
        var bytes = File.ReadAllBytes(changed);
        bytes[^1] ^= 0x40;
        File.WriteAllBytes(changed, bytes);

        Assert.Contains("model.onnx: differs from its test data: test_data_set_1", _person.Run("models", "check", ".").ExitsWith(1).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ModelsCheck_NothingThere_SaysSo() => _person.Run("models", "check", "nowhere").Complains("nowhere: there is no such file or folder");

    [Fact]
    public void ModelsCheck_DamagedModel_NamesIt()
    {
        var model = Path.Combine(BuiltModel.In(_person), "model.onnx");
        File.WriteAllBytes(model, File.ReadAllBytes(model)[..5_000]);

        _person.Run("models", "check", model).Complains("model.onnx: ends too early");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    public void ModelsCheck_TimeoutOutOfRange_IsRefused(string timeout) =>
        _person.Run("models", "check", BuiltModel.In(_person), "--timeout", timeout).Complains("--timeout: a number of seconds from 1 to 86400 is needed");

    private string Reference(double logits)
    {
        string Tensor(string name, string type, string dims) => $$"""{"name":"{{name}}","type":"{{type}}","dims":{{dims}},"fill":"ones"}""";
        string[] inputs =
        [
            Tensor("input_ids", "int64", "[1,2]"), Tensor("attention_mask", "int64", "[1,2]"),
            .. Enumerable.Range(0, 2).SelectMany(layer => new[] { "key", "value" }, (layer, part) => Tensor($"past_key_values.{layer}.{part}", "float32", "[1,2,0,16]")),
        ];
        return _person.Write("reference.json", FormattableString.Invariant($$"""
            {"spec":[{{string.Join(',', inputs)}}],
             "outputs":[{"name":"logits","type":"float32","dims":[1,1,256],"n":256,"first":[{{logits}}]}]}
            """));
    }
}
