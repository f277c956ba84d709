using System.Text.Json;
using InferBench.Core.Errors;
using Microsoft.ML.OnnxRuntimeGenAI;

namespace InferBench.Peers.Sides;

/// <summary>
/// One side in a process of its own: a request line on standard input, and then one generation for each further line, its result on
/// standard output. Both sides are alive together and take turns, so that other work on the machine meets both.
/// </summary>
internal static class Side
{
    public const string Command = "side";
    public const string InferBench = "InferBench";
    public const string GenAi = "GenAI";

    public static int Run(string name)
    {
        try
        {
            var request = JsonSerializer.Deserialize(Console.In.ReadLine()!, PeersJson.Default.SideRequest)!;
            using ISide side = name == InferBench ? new InferBenchSide(request) : new GenAiSide(request);
            while (Console.In.ReadLine() is not null)
            {
                Console.Out.WriteLine(JsonSerializer.Serialize(side.Generate(), PeersJson.Default.Generation));
            }

            return 0;
        }
        catch (Exception problem) when (problem is BadInputException or OnnxRuntimeGenAIException)
        {
            Console.Error.WriteLine(problem.Message);
            return 2;
        }
    }
}
