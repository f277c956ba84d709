using System.Text.Json;
using InferBench.Core.Errors;

namespace InferBench.Peers.Sides;

/// <summary>One side in a process of its own: a request line on standard input, a result line on standard output.</summary>
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
            var result = name == InferBench ? InferBenchSide.Run(request) : GenAiSide.Run(request);
            Console.Out.WriteLine(JsonSerializer.Serialize(result, PeersJson.Default.SideResult));
            return 0;
        }
        catch (Exception problem) when (problem is BadInputException or Microsoft.ML.OnnxRuntimeGenAI.OnnxRuntimeGenAIException)
        {
            Console.Error.WriteLine(problem.Message);
            return 2;
        }
    }
}
