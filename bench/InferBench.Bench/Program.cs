using System.Text.Json;
using InferBench.Bench.Loads;
using InferBench.Bench.Shards;
using InferBench.Bench.Workloads;
using InferBench.Core.Json;
using InferBench.Core.Loads;

// A worker is started by the supervisor: one request line on standard input, which then stays open for as long as the supervisor lives.
// Progress goes to standard output, results to the journal. Ctrl+C is the supervisor's to handle.
Console.CancelKeyPress += (_, pressed) => pressed.Cancel = true;

var scenario = args is [WorkerKinds.Load];
var line = Console.In.ReadLine();
var request = line is null || scenario ? null : JsonSerializer.Deserialize(line, CoreJson.Default.ShardRequest);
var load = line is null || !scenario ? null : JsonSerializer.Deserialize(line, LoadJson.Default.LoadRequest);
if (request is null && load is null)
{
    Console.Error.WriteLine("inferbench worker: it is started by 'inferbench run' or 'inferbench load', with its work on its standard input");
    return 2;
}

SupervisorWatch.Start(Console.In);
var progress = new ProgressReporter(Console.Out);

// BenchmarkDotNet and native libraries may write to standard output; that stream carries progress only.
Console.SetOut(Console.Error);
if (load is not null)
{
    new LoadRunner(load, WorkloadSources.Load, progress).Run();
}
else
{
    new ShardRunner(request!, WorkloadSources.Load, progress, TimeProvider.System).Run();
}

return 0;
