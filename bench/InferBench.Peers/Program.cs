using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using InferBench.Core.Errors;
using InferBench.Models;
using InferBench.Peers;
using InferBench.Peers.Launches;
using InferBench.Peers.Sides;

// dotnet run -c Release --project bench/InferBench.Peers -- --model FOLDER --prompt 128 --gen 128 --launches 5
if (args is [Side.Command, var side])
{
    return Side.Run(side);
}

var model = new Option<string>("--model") { HelpName = "FOLDER", Description = "A decoder in GenAI's form, with genai_config.json.", Required = true };
var prompt = new Option<int>("--prompt") { HelpName = "N", Description = "Prompt length in tokens.", DefaultValueFactory = _ => 128 };
var generated = new Option<int>("--gen") { HelpName = "N", Description = "Generated tokens.", DefaultValueFactory = _ => 128 };
var launches = new Option<int>("--launches") { HelpName = "N", Description = "Fresh processes of each side.", DefaultValueFactory = _ => 5 };
var repeats = new Option<int>("--repeats") { HelpName = "N", Description = "Generations of each process, the two in turns.", DefaultValueFactory = _ => 5 };
var threads = new Option<int>("--threads") { HelpName = "N", Description = "Intra-op threads of both sides.", DefaultValueFactory = _ => Environment.ProcessorCount };
var seed = new Option<long>("--seed") { HelpName = "N", Description = "Seed of the prompt.", DefaultValueFactory = _ => 42 };
var json = new Option<bool>("--json") { Description = "Print JSON instead of Markdown." };
var command = new RootCommand("Decode throughput of InferBench against ONNX Runtime GenAI: same file, same library, same threads, same prompt, greedy.")
{
    model, prompt, generated, launches, repeats, threads, seed, json,
};
command.SetAction(parsed =>
{
    try
    {
        var comparison = PeerRun.Run(
            parsed.GetValue(model)!,
            parsed.GetValue(prompt),
            parsed.GetValue(generated),
            parsed.GetValue(launches),
            parsed.GetValue(repeats),
            parsed.GetValue(threads),
            parsed.GetValue(seed),
            (number, launch) => Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"launch {number}: {launch.Ratio:0.000}")));
        Console.Out.WriteLine(parsed.GetValue(json)
            ? JsonSerializer.Serialize(comparison, PeersJson.Default.Comparison)
            : ComparisonText.Render(comparison));
        return comparison.Met && comparison.IdsAgree ? 0 : 1;
    }
    catch (Exception problem) when (problem is BadInputException or ModelException)
    {
        Console.Error.WriteLine(problem.Message);
        return 2;
    }
});
return command.Parse(args).Invoke();
