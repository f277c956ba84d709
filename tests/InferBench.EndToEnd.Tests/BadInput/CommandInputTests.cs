using InferBench.EndToEnd.Tests.Processes;

namespace InferBench.EndToEnd.Tests.BadInput;

public sealed class CommandInputTests
{
    [Theory]
    [InlineData("inferbench needs a command: run, quality, ceilings, verify, compare, reproduce, export, results, load, score, doctor, models, schema; see 'inferbench --help'")]
    [InlineData("'bench' is not a command of inferbench; see 'inferbench --help'", "bench", "--batch", "1")]
    [InlineData("inferbench models needs a command: list, pull, build, quantize, inspect, check, tokenize", "models")]
    [InlineData("inferbench results needs a command: index", "results")]
    [InlineData("--max-regression: '3' is not a percentage from 0% to 1000%; write it as 3%", "compare", "a", "b", "--max-regression", "3")]
    [InlineData("--by: 'driver' is not known; use run, machine, precision or model", "compare", "a", "b", "--by", "driver")]
    [InlineData("nowhere: there is no such run", "compare", "nowhere", "nowhere")]
    [InlineData("nowhere: there is no such run", "reproduce", "nowhere")]
    [InlineData("nowhere: there is no such run", "export", "nowhere", "--sqlite", "runs.db")]
    [InlineData("nowhere: there is no such folder", "results", "index", "nowhere")]
    [InlineData("Argument 'report' not recognized. Must be one of: 'plan' 'run'", "schema", "report")]
    [InlineData("llama-7b: no synthetic model has this name", "models", "build", "llama-7b")]
    [InlineData("nowhere: there is no such file or folder", "models", "inspect", "nowhere")]
    public void Command_CannotBeUnderstood_SaysWhyInOneLine(string problem, params string[] arguments)
    {
        using var person = new Inferbench();

        person.Run(arguments).Complains(problem);
    }
}
