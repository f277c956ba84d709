using System.Globalization;
using InferBench.Cli.Supervision;
using InferBench.Core.Ceilings;
using InferBench.Core.Json;
using InferBench.Runtime.Ceilings;

namespace InferBench.Cli.Ceilings;

/// <summary>Measures ceilings in a process of its own: one that ran matrices on all cores is no place to watch workers from.</summary>
internal static class CeilingsProcess
{
    public const string Here = "--in-this-process";

    public const double DefaultSeconds = 6;

    /// <exception cref="Core.Errors.BadInputException">The provider cannot run here, or the process died; the message says why.</exception>
    public static Task<MachineCeilings> RunAsync(CeilingRequest request, CancellationToken cancellation) => ChildProcesses.OfThisProgram(
        "measuring the ceilings",
        [
            "ceilings", Here,
            "--provider", request.Provider,
            "--threads", request.Threads.ToString(CultureInfo.InvariantCulture),
            "--seconds", request.Seconds.ToString(CultureInfo.InvariantCulture),
        ],
        CoreJson.Default.MachineCeilings).RunAsync(cancellation);
}
