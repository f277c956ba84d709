using InferBench.EndToEnd.Tests.Processes;

namespace InferBench.EndToEnd.Tests.BadInput;

public sealed class CommandInputTests
{
    [Theory]
    [InlineData("inferbench needs a command: run, quality, ceilings, verify, load, score, doctor, bundle, models, schema; see 'inferbench --help'")]
    [InlineData("'bench' is not a command of inferbench; see 'inferbench --help'", "bench", "--batch", "1")]
    [InlineData("inferbench models needs a command: list, pull, build, quantize, inspect, check, tokenize", "models")]
    [InlineData("Argument 'report' not recognized. Must be one of: 'plan' 'run'", "schema", "report")]
    [InlineData("llama-7b: no synthetic model has this name", "models", "build", "llama-7b")]
    [InlineData("nowhere: there is no such file or folder", "models", "inspect", "nowhere")]
    public void Command_CannotBeUnderstood_SaysWhyInOneLine(string problem, params string[] arguments)
    {
        using var person = new Inferbench();

        person.Run(arguments).Complains(problem);
    }
}
