using System.Text.Json;
using InferBench.Bench.Shards;
using InferBench.Bench.Workloads;
using InferBench.Core.Json;

// A worker is started by the supervisor: one request line on standard input, which then stays open for as long as the supervisor lives.
// Progress goes to standard output, results to the journal. Ctrl+C is the supervisor's to handle.
Console.CancelKeyPress += (_, pressed) => pressed.Cancel = true;

var request = Console.In.ReadLine() is { } line ? JsonSerializer.Deserialize(line, CoreJson.Default.ShardRequest) : null;
if (request is null)
{
    Console.Error.WriteLine("inferbench worker: it is started by 'inferbench run', with a shard on its standard input");
    return 2;
}

SupervisorWatch.Start(Console.In);
var progress = new ProgressReporter(Console.Out);

// BenchmarkDotNet and native libraries may write to standard output; that stream carries progress only.
Console.SetOut(Console.Error);
new ShardRunner(request, WorkloadSources.Load, progress, TimeProvider.System).Run();
return 0;
