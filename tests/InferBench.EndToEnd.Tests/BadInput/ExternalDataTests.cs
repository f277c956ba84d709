using InferBench.EndToEnd.Tests.Processes;

namespace InferBench.EndToEnd.Tests.BadInput;

public sealed class ExternalDataTests
{
    [Fact]
    public void Run_ExternalDataIsMissing_NamesItAndItsPlace()
    {
        using var person = new Inferbench();
        var model = BuiltModel.In(person);
        File.Delete(Path.Combine(model, "model.onnx.data"));

        person.Run(Sweep.Of(model)).Complains("model.onnx: external data file \"model.onnx.data\" is missing (expected beside the model)");

        Assert.Empty(person.Runs);
    }

    [Fact]
    public void Run_ExternalDataIsCutOff_SaysThatItIsTooShort()
    {
        using var person = new Inferbench();
        var model = BuiltModel.In(person);
        using (var data = File.OpenWrite(Path.Combine(model, "model.onnx.data")))
        {
            data.SetLength(data.Length / 2);
        }

        person.Run(Sweep.Of(model)).Complains("external data file \"model.onnx.data\" is too short");
    }

    [Theory]
    [InlineData("../secret.datas")]
    [InlineData("/tmp/secret.dat")]
    [InlineData("a/../../sec.dat")]
    public void Run_ExternalDataIsOutsideTheModelsFolder_IsRefused(string location)
    {
        using var person = new Inferbench();
        var model = BuiltModel.In(person);
        BuiltModel.MoveData(model, location);
        person.Write("secret.datas", new string('x', 1_000_000));

        person.Run(Sweep.Of(model)).Complains($"external data file \"{location}\" would be outside the model's folder; this is refused");

        Assert.Empty(person.Runs);
    }

    [UnixFact]
    public void Run_ExternalDataIsALinkOutOfTheFolder_IsRefused()
    {
        using var person = new Inferbench();
        var model = BuiltModel.In(person);
        var data = Path.Combine(model, "model.onnx.data");
        File.Move(data, Path.Combine(person.Home, "elsewhere"));
        File.CreateSymbolicLink(data, Path.Combine(person.Home, "elsewhere"));

        person.Run(Sweep.Of(model)).Complains("is a link out of the model's folder; this is refused");
    }
}
