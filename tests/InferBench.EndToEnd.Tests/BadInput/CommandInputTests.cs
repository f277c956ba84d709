using InferBench.EndToEnd.Tests.Processes;

namespace InferBench.EndToEnd.Tests.BadInput;

public sealed class CommandInputTests
{
    [Theory]
    [InlineData("inferbench needs a command: run, load, quality, ceilings, verify, compare, reproduce, report, export, results, cost, reprice, size, fit, project, catalog, claim, score, doctor, bundle, models, schema; see 'inferbench --help'")]
    [InlineData("'bench' is not a command of inferbench; see 'inferbench --help'", "bench", "--batch", "1")]
    [InlineData("inferbench models needs a command: list, pull, build, quantize, inspect, check, tokenize", "models")]
    [InlineData("inferbench results needs a command: index", "results")]
    [InlineData("--max-regression: '3' is not a percentage from 0% to 1000%; write it as 3%", "compare", "a", "b", "--max-regression", "3")]
    [InlineData("--by: 'driver' is not known; use run, machine, precision or model", "compare", "a", "b", "--by", "driver")]
    [InlineData("nowhere: there is no such run", "compare", "nowhere", "nowhere")]
    [InlineData("nowhere: there is no such run", "reproduce", "nowhere")]
    [InlineData("nowhere: there is no such run", "export", "nowhere", "--sqlite", "runs.db")]
    [InlineData("nowhere: there is no such folder", "results", "index", "nowhere")]
    [InlineData("Argument 'report' not recognized. Must be one of: 'plan' 'run' 'catalog'", "schema", "report")]
    [InlineData("inferbench catalog needs a command: list, show, check", "catalog")]
    [InlineData("'h100x' is not in the catalog", "catalog", "show", "h100x")]
    [InlineData("--provider: 'nobody' has no cloud offers in the catalog; known are ", "catalog", "list", "cloud", "--provider", "nobody")]
    [InlineData("--provider: only lists of cloud and api have providers", "catalog", "list", "site", "--provider", "runpod")]
    [InlineData("--as-of: '20.11.2026' is not a day; write it as 2026-11-20", "catalog", "check", "--as-of", "20.11.2026")]
    [InlineData("prices.json: there is no such catalog file", "catalog", "check", "--catalog", "prices.json")]
    [InlineData("'moon' is no claim that is known here; use 90-percent-less-hosted", "claim", "moon")]
    [InlineData("--utilization: '0,4' is not a number from 0.0001 to 1; write a decimal point, such as 0.4", "claim", "all", "--utilization", "0,4")]
    [InlineData("--utilization: '1.5' is not a number from 0.0001 to 1", "claim", "all", "--utilization", "1.5")]
    [InlineData("nowhere: there is no such run", "claim", "all", "--results", "nowhere")]
    [InlineData("llama-7b: no synthetic model has this name", "models", "build", "llama-7b")]
    [InlineData("nowhere: there is no such file or folder", "models", "inspect", "nowhere")]
    public void Command_CannotBeUnderstood_SaysWhyInOneLine(string problem, params string[] arguments)
    {
        using var person = new Inferbench();

        person.Run(arguments).Complains(problem);
    }
}
