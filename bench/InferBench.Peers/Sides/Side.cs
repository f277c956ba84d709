using System.Text.Json;
using InferBench.Core.Errors;
using Microsoft.ML.OnnxRuntimeGenAI;

namespace InferBench.Peers.Sides;

/// <summary>
/// One side in a process of its own: a request line on standard input, and then one answer on standard output for each further line. Both sides
/// of a comparison are alive together and take turns, so that other work on the machine meets both.
/// </summary>
internal static class Side
{
    public const string Command = "side";
    public const string InferBench = "InferBench";
    public const string GenAi = "GenAI";
    public const string LlamaCpp = "llama.cpp";

    /// <summary>Asks for a generation.</summary>
    public const string Next = "next";

    /// <summary>Asks for the scores of the first generated token.</summary>
    public const string Logits = "logits";

    public static int Run(string name)
    {
        try
        {
            var request = JsonSerializer.Deserialize(Console.In.ReadLine()!, PeersJson.Default.SideRequest)!;
            using var side = Load(name, request);
            while (Console.In.ReadLine() is { } line)
            {
                Console.Out.WriteLine(line == Logits
                    ? JsonSerializer.Serialize(side.FirstLogits() ?? [], PeersJson.Default.SingleArray)
                    : JsonSerializer.Serialize(side.Generate(), PeersJson.Default.Generation));
            }

            return 0;
        }
        catch (Exception problem) when (problem is BadInputException or OnnxRuntimeGenAIException)
        {
            Console.Error.WriteLine(problem.Message);
            return 2;
        }
    }

    private static ISide Load(string name, SideRequest request) => name switch
    {
        GenAi => new GenAiSide(request),
        LlamaCpp => new LlamaCppSide(request),
        _ => new InferBenchSide(request),
    };
}
