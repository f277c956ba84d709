using System.CommandLine;
using InferBench.Cli.Commands;
using InferBench.Core.Errors;
using InferBench.Core.Runs;

namespace InferBench.Cli;

/// <summary><c>inferbench</c>: parses, calls, prints, and turns what went wrong into an exit code and a clear line.</summary>
internal static class CommandLineProgram
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        var parsed = Root(arguments).Parse(arguments);
        if (ParseProblems.Of(parsed) is { Count: > 0 } problems)
        {
            foreach (var problem in problems)
            {
                Complain(problem);
            }

            return ExitCodes.BadInput;
        }

        var settings = new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,

            // After Ctrl+C the run's document and reports are still written.
            ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
        };
        try
        {
            return await parsed.InvokeAsync(settings).ConfigureAwait(false);
        }
        catch (BadInputException problem)
        {
            Complain(problem.Message);
            return ExitCodes.BadInput;
        }
        catch (OperationCanceledException)
        {
            Complain("stopped");
            return ExitCodes.Interrupted;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // A full disk or a folder that went away: nothing that was journaled is lost.
            Complain(problem.Message);
            return ExitCodes.Failed;
        }
    }

    /// <summary>Every command with its options and help.</summary>
    internal static RootCommand Root(string[] arguments)
    {
        var root = new RootCommand("Measures what an open-weight model costs to run: on this hardware, at this latency and precision.")
        {
            RunCommand.Create(arguments),
            LoadCommand.Create(arguments),
            QualityCommand.Create(),
            CeilingsCommand.Create(),
            VerifyCommand.Create(),
            CompareCommand.Create(),
            ReproduceCommand.Create(arguments),
            ReportCommand.Create(),
            ExportCommand.Create(),
            ResultsCommand.Create(),
            CostCommand.Create(),
            RepriceCommand.Create(),
            SizeCommand.Create(),
            FitCommand.Create(),
            ProjectCommand.Create(),
            CatalogCommand.Create(),
            ClaimCommand.Create(),
            ScoreCommand.Create(),
            DoctorCommand.Create(),
            BundleCommand.Create(),
            ModelsCommand.Create(),
            SchemaCommand.Create(),
        };
        HelpWithExamples.AddTo(root);
        return root;
    }

    private static void Complain(string message)
    {
        foreach (var line in PersonalPaths.Hide(message).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            Console.Error.WriteLine($"inferbench: {line}");
        }
    }
}
