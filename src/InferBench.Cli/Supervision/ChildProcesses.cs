using System.Text.Json.Serialization.Metadata;
using InferBench.Core.Errors;

namespace InferBench.Cli.Supervision;

/// <summary>Makes child processes.</summary>
internal static class ChildProcesses
{
    /// <summary>This program, once more, with other arguments.</summary>
    public static ChildProcess<T> OfThisProgram<T>(string subject, IReadOnlyList<string> arguments, JsonTypeInfo<T> answer, TimeSpan? limit = null)
        where T : class
    {
        var assembly = Path.Combine(AppContext.BaseDirectory, "inferbench.dll");
        return File.Exists(assembly)
            ? new ChildProcess<T>(subject, WorkerLocator.Host(), [assembly, .. arguments], answer) { Limit = limit }
            : new ChildProcess<T>(subject, Environment.ProcessPath ?? throw new BadInputException("this program cannot find itself to start a process"), arguments, answer) { Limit = limit };
    }
}
