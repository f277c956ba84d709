using InferBench.EndToEnd.Tests.Processes;

namespace InferBench.EndToEnd.Tests.Sweeps;

/// <summary>A sweep like the default one, run once in each layout.</summary>
public sealed class SweepFixture : IDisposable
{
    private readonly Dictionary<string, (Inferbench Person, FinishedCommand Command)> _sweeps =
        new[] { "genai", "optimum" }.ToDictionary(layout => layout, Run);

    public FinishedCommand Command(string layout) => _sweeps[layout].Command;

    public Inferbench Person(string layout) => _sweeps[layout].Person;

    public string Folder(string layout) => Person(layout).OnlyRun;

    public void Dispose()
    {
        foreach (var (person, _) in _sweeps.Values)
        {
            person.Dispose();
        }
    }

    private static (Inferbench Person, FinishedCommand Command) Run(string layout)
    {
        var person = new Inferbench();
        return (person, person.Run(
            "run", "--model", "llama-tiny", "--layout", layout, "--precision", "fp32,int8,int4", "--batch", "1,2", "--prompt", "8", "--gen", "8",
            "--seconds", "0.2", "--max-ops", "10", "--min-ops", "3", "--results", Path.Combine(person.Home, "results")));
    }
}
