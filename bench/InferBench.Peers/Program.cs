using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using InferBench.Core.Errors;
using InferBench.Models;
using InferBench.Models.Synthetic;
using InferBench.Peers;
using InferBench.Peers.Launches;
using InferBench.Peers.Sides;

// dotnet run --project bench/InferBench.Peers -- --peer all --precision fp32,int8,int4 --batch 1,4 --launches 5
if (args is [Side.Command, var side])
{
    return Side.Run(side);
}

var model = new Option<string>("--model") { HelpName = "NAME", Description = "A synthetic model: " + string.Join(", ", LlamaShapes.All.Keys), DefaultValueFactory = _ => "llama-110m" };
var peer = new Option<string>("--peer") { HelpName = "NAME", Description = "Whom to measure against: genai, llama.cpp, all.", DefaultValueFactory = _ => "all" };
var precision = new Option<string>("--precision") { HelpName = "LIST", Description = "fp32, int8 and int4, beside llama.cpp's F32, Q8_0 and Q4_0.", DefaultValueFactory = _ => "fp32,int8,int4" };
var batch = new Option<string>("--batch") { HelpName = "LIST", Description = "Sequences at once.", DefaultValueFactory = _ => "1,4" };
var prompt = Number("--prompt", "Prompt length in tokens.", 128);
var generated = Number("--gen", "Generated tokens of each sequence, at least 2.", 64, least: 2);
var launches = Number("--launches", "Fresh processes of both sides.", 5);
var repeats = Number("--repeats", "Generations of each process, the two in turns.", 3);
var threads = Number("--threads", "Threads of every side.", Environment.ProcessorCount);
var seed = new Option<long>("--seed") { HelpName = "N", Description = "Seed of the prompts.", DefaultValueFactory = _ => 42 };
var cache = new Option<string>("--cache") { HelpName = "DIR", Description = "Where models are built and kept.", DefaultValueFactory = _ => Path.Combine(Path.GetTempPath(), "inferbench-peers") };
var check = new Option<bool>("--check") { Description = "Measure nothing: hold the GGUF files that are written here against llama.cpp." };
var json = new Option<string?>("--json") { HelpName = "FILE", Description = "Write every launch as JSON." };
var command = new RootCommand("InferBench beside ONNX Runtime GenAI and llama.cpp: same weights, same shapes, same threads, greedy, in turns.")
{
    model, peer, precision, batch, prompt, generated, launches, repeats, threads, seed, cache, check, json,
};
command.SetAction(parsed =>
{
    try
    {
        var plan = new PeerPlan(
            parsed.GetValue(model) is { } name && LlamaShapes.All.ContainsKey(name) ? name : throw new BadInputException(
                $"--model {parsed.GetValue(model)}: is no synthetic model; both sides are written from the same seeded weights, so use one of {string.Join(", ", LlamaShapes.All.Keys)}"),
            PeerNames.Parse(parsed.GetValue(peer)!),
            [.. Words(parsed.GetValue(precision)!).SelectMany(word => Pairing.All.GetValueOrDefault(word)
                ?? throw new BadInputException($"--precision {word}: use {string.Join(", ", Pairing.All.Keys)}"))],
            [.. Words(parsed.GetValue(batch)!).Select(word => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
                ? count
                : throw new BadInputException($"--batch {word}: is no number of sequences; write 1,4"))],
            parsed.GetValue(prompt),
            parsed.GetValue(generated),
            parsed.GetValue(launches),
            parsed.GetValue(repeats),
            parsed.GetValue(threads),
            parsed.GetValue(seed),
            parsed.GetValue(cache)!);
        if (parsed.GetValue(check))
        {
            foreach (var line in new GgufCheck(plan).Run())
            {
                Console.Out.WriteLine(line);
            }

            return 0;
        }

        var table = new PeerRun(plan, row => Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{row.Peer} {row.Precision} batch {row.Batch}: decode {row.Decode.Text("0.000")}, prefill {row.Prefill.Text("0.000")}"))).Run();
        if (parsed.GetValue(json) is { } file)
        {
            File.WriteAllText(file, JsonSerializer.Serialize(table, PeersJson.Default.PeerTable));
        }

        Console.Out.WriteLine(PeerTableText.Render(table));
        return 0;
    }
    catch (Exception problem) when (problem is BadInputException or ModelException or IOException or UnauthorizedAccessException)
    {
        Console.Error.WriteLine(problem.Message);
        return 2;
    }
});
return command.Parse(args).Invoke();

static string[] Words(string list) => list.Split(',', StringSplitOptions.TrimEntries);

static Option<int> Number(string name, string description, int usual, int least = 1)
{
    var option = new Option<int>(name) { HelpName = "N", Description = description, DefaultValueFactory = _ => usual };
    option.Validators.Add(result =>
    {
        if (result.Tokens is [var token] && !(int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least))
        {
            result.AddError($"{name} {token.Value}: is no whole number of at least {least}");
        }
    });
    return option;
}
