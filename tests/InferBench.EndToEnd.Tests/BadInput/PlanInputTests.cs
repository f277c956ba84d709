using InferBench.EndToEnd.Tests.Processes;

namespace InferBench.EndToEnd.Tests.BadInput;

public sealed class PlanInputTests
{
    [Theory]
    [InlineData("--batch: '8-2' runs backwards", "--batch", "8-2")]
    [InlineData("batch is 0; it must be from 1", "--batch", "0")]
    [InlineData("--prompt: 'many' is not a number", "--prompt", "many")]
    [InlineData("--seconds: '0,5' is not a number", "--seconds", "0,5")]
    [InlineData("measure.maxOperations must not be below", "--max-ops", "2")]
    [InlineData("usdPerHour must be a price above 0", "--usd-per-hour", "0")]
    [InlineData("provider tpu: not known; use one of cpu, cuda, tensorrt", "--provider", "tpu")]
    [InlineData("\"int3\" is no weight precision", "--precision", "int3")]
    [InlineData("command line: precision bf16 on cpu: ONNX Runtime's CPU provider has no bf16 operators; run it on cuda, or leave it out", "--precision", "bf16")]
    [InlineData("precision int4-rtn-b32-sym-abf16 on cpu: ONNX", "--precision", "fp32,int4-abf16")]
    [InlineData("layout 'gguf' is not known; use auto, genai or optimum", "--layout", "gguf")]
    [InlineData("provider cpu takes no options; they are for cuda and tensorrt", "--provider-option", "use_tf32=1")]
    [InlineData("trt_min_subgraph_size is for tensorrt, which is not among the providers", "--provider", "cuda", "--provider-option", "trt_min_subgraph_size=5")]
    [InlineData("trt_engine_cache_path cannot be set: engines are built anew", "--provider", "tensorrt", "--provider-option", "trt_engine_cache_path=/tmp")]
    [InlineData("selection 'gpu' is not known; use auto, host, graph", "--selection", "gpu")]
    [InlineData("heads (3) must be a multiple", "--heads", "3")]
    [InlineData("prompt 250 and gen 8 need 258 tokens; llama-tiny has a context of 256", "--prompt", "250")]
    [InlineData("'--batches' is not an option of inferbench run; see 'inferbench run --help'", "--batches", "1")]
    [InlineData("'extra' is one argument too many for inferbench run", "extra")]
    [InlineData("Required argument missing for option: '--threads'", "--threads")]
    [InlineData("there is no run with a journal here or in results", "--resume", "yesterday")]
    public void Run_OptionCannotBeUsed_SaysWhyInOneLine(string problem, params string[] options)
    {
        using var person = new Inferbench();

        person.Run(Replacing(options)).Complains(problem);

        Assert.Empty(person.Runs);
    }

    [Fact]
    public void Run_SeveralProblems_SaysThemAllAtOnce()
    {
        using var person = new Inferbench();

        person.Run("run", "--model", "llama-tiny", "--batch", "0", "--gen", "0", "--layout", "gguf").Complains("batch is 0", "gen is 0", "layout 'gguf'");
    }

    [Fact]
    public void Run_SecondModelIsWrong_BuildsNothingFirst()
    {
        using var person = new Inferbench();
        person.With("INFERBENCH_CACHE", Path.Combine(person.Home, "models"));

        person.Run("run", "--model", "llama-tiny,llama-7b", "--prompt", "8", "--gen", "8").Complains("model 'llama-7b' is neither");
        person.Run("run", "--model", "llama-tiny", "--precision", "fp32,int3", "--prompt", "8", "--gen", "8").Complains("\"int3\" is no weight precision");
        person.Run("run", "--model", "llama-tiny", "--precision", "fp32,bf16", "--prompt", "8", "--gen", "8").Complains("precision bf16 on cpu");
        person.Run("run", "--model", "llama-tiny", "--prompt", "8,300", "--gen", "8").Complains("prompt 300 and gen 8 need 308 tokens");

        Assert.False(Directory.Exists(Path.Combine(person.Home, "models")));
    }

    [Fact]
    public void Run_PlanWithUnknownField_NamesFileAndField()
    {
        using var person = new Inferbench();
        person.Write("plan.json", """{ "models": ["llama-tiny"], "batchs": [1] }""");

        person.Run("run", "--plan", "plan.json").Complains("plan.json: field 'batchs', line 1 is not a field of a plan; see 'inferbench schema plan'");
    }

    [Fact]
    public void Run_PlanIsNotJson_NamesFileAndLine()
    {
        using var person = new Inferbench();
        person.Write("plan.json", "{\n  \"models\": [\n");

        person.Run("run", "--plan", "plan.json").Complains("plan.json: ");
    }

    [Fact]
    public void Run_PlanIsMissing_NamesIt()
    {
        using var person = new Inferbench();

        person.Run("run", "--plan", "plan.json").Complains("plan.json: there is no such plan file");
    }

    [Fact]
    public void Run_ResultsFolderIsAFile_IsRefusedAndTheFileKept()
    {
        using var person = new Inferbench();
        var file = person.Write("results", "mine");

        person.Run(Sweep.Tiny()).Complains("results: results cannot be written there");

        Assert.Equal("mine", File.ReadAllText(file));
    }

    private static string[] Replacing(string[] options)
    {
        var usual = Sweep.Tiny();
        if (options[0] == "--resume")
        {
            return ["run", .. options];
        }

        var at = Array.IndexOf(usual, options[0]);
        return at < 0 ? [.. usual, .. options] : [.. usual[..at], .. options, .. usual[(at + 2)..]];
    }
}
