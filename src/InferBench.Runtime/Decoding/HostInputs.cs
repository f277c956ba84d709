using Microsoft.ML.OnnxRuntime;

namespace InferBench.Runtime.Decoding;

/// <summary>Inputs that a session reads in the host's memory, because the operators that take them run on the processor.</summary>
internal static class HostInputs
{
    private const string Processor = "Cpu";

    public static bool Contains(InferenceSession session, string input)
    {
        using var places = session.GetMemoryInfosForInputs();
        for (var i = 0; i < session.InputNames.Count; i++)
        {
            if (session.InputNames[i] == input)
            {
                return places[i].Name == Processor;
            }
        }

        return false;
    }
}
