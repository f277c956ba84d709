using InferBench.EndToEnd.Tests.Processes;
using InferBench.Tests;

namespace InferBench.EndToEnd.Tests.Quality;

public sealed class QualityInputTests
{
    [Theory]
    [InlineData("Option '--model' is required; see 'inferbench quality --help'")]
    [InlineData("there is nothing to score: give --text FILE, or a --reference", "--model", "llama-tiny")]
    [InlineData("--text: nowhere.txt: there is no such file", "--model", "llama-tiny", "--text", "nowhere.txt")]
    [InlineData("--model: model 'llama-7b:int4' is neither a file or folder nor a synthetic model", "--model", "llama-7b:int4", "--reference", "llama-tiny")]
    [InlineData("--reference: model 'nowhere' is neither a file or folder nor a synthetic model", "--model", "llama-tiny", "--reference", "nowhere")]
    [InlineData("--model: \"int5\" is no weight precision", "--model", "llama-tiny:int5", "--reference", "llama-tiny")]
    [InlineData("provider tpu: not known; use one of cpu, cuda, tensorrt", "--model", "llama-tiny", "--reference", "llama-tiny", "--provider", "tpu")]
    [InlineData("--greedy: 'many' is not a whole number", "--model", "llama-tiny", "--reference", "llama-tiny", "--greedy", "many")]
    [InlineData("--max-tokens 0 is out of range; use 1 or more", "--model", "llama-tiny", "--reference", "llama-tiny", "--max-tokens", "0")]
    [InlineData("prompt 1 + gen 256 = 257 tokens, more than the model's context of 256", "--model", "llama-tiny", "--reference", "llama-tiny", "--greedy", "256", "--max-tokens", "64")]
    [InlineData("and its reference model.onnx one of 32000; they cannot be compared", "--model", "llama-tiny", "--reference", "llama-15m:int4", "--max-tokens", "2")]
    public void Quality_CannotBeDone_SaysWhyInOneLine(string problem, params string[] arguments)
    {
        using var person = new Inferbench();

        // Under --json standard output is the document's alone, so that nothing about building a model stands there.
        var finished = person.Run(["quality", "--json", .. arguments]).ExitsWith(2);

        Assert.Empty(finished.Output);
        var line = Assert.Single(finished.Errors.Split('\n'), line => line.StartsWith("inferbench: ", StringComparison.Ordinal));
        Assert.Contains(problem, line, StringComparison.Ordinal);
    }

    [Fact]
    public void Quality_SyntheticModelAndText_SaysThatItHasNoTokenizer()
    {
        using var person = new Inferbench();
        var text = person.Write("text.txt", "Once upon a time");

        person.Run("quality", "--model", "llama-tiny:int4", "--text", text, "--greedy", "4").Complains(
            "--text: llama-tiny:int4 is synthetic and has no tokenizer",
            "--greedy compares two continuations; name the other model with --reference");
    }

    [NeedsModelsFact("mnist/model.onnx")]
    public void Quality_OneShotModel_IsComparedWithAnotherAndNotScoredOnText()
    {
        using var person = new Inferbench();
        var model = TestModels.Path("mnist");

        person.Run("quality", "--model", model, "--text", person.Write("text.txt", "7")).Complains(
            "mnist is no decoder: it is compared on inputs, not on text; leave out --text, --max-tokens and --greedy");
        person.Run("quality", "--model", model, "--reference", TestModels.Path("babyllama/hf-fp32")).Complains("one is a decoder and the other is not; they cannot be compared");
        Assert.Contains("cosine:          mean 1.0000", person.Run("quality", "--model", model, "--reference", model).ExitsWith(0).Output, StringComparison.Ordinal);
    }

    [NeedsModelsFact("babyllama/hf-fp32/model.onnx")]
    public void Quality_FileThatIsNotUtf8_IsRefused()
    {
        using var person = new Inferbench();
        var text = Path.Combine(person.Home, "text.txt");
        File.WriteAllBytes(text, [0x63, 0x61, 0x66, 0xE9]);

        person.Run("quality", "--model", TestModels.Path("babyllama/hf-fp32"), "--text", text).Complains("text.txt: is not UTF-8");
    }

    [InterruptFact]
    public void Quality_Interrupted_ExitsWith130()
    {
        using var person = new Inferbench();
        person.Run("models", "build", "llama-15m", "--precision", "fp32").ExitsWith(0);
        using var command = person.Start("quality", "--model", "llama-15m", "--reference", "llama-15m", "--max-tokens", "1000000");
        var scoring = Workers.Of(command);

        command.Interrupt(scoring);

        Assert.Contains("inferbench: stopped", command.WaitForExit().ExitsWith(130).Errors, StringComparison.Ordinal);
        Workers.IsGone(scoring);
    }
}
