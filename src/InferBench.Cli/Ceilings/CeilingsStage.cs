using InferBench.Cli.Preparation;
using InferBench.Cli.Terminal;
using InferBench.Core.Errors;
using InferBench.Core.Journals;
using InferBench.Core.Plans;
using InferBench.Core.Runs;
using InferBench.Reporting.Text;
using InferBench.Runtime.Ceilings;

namespace InferBench.Cli.Ceilings;

/// <summary>Measures what the machine can do at most before any cell is measured, each device in a process of its own.</summary>
internal sealed class CeilingsStage(RunFolder folder, Screen screen, TimeProvider time)
{
    /// <summary>Ceilings that cannot be measured cost the shares of them, not the run.</summary>
    public async Task RunAsync(Plan plan, CancellationToken cancellation)
    {
        var done = RunDocumentBuilder.WithCeilings(JournalReader.Read(folder.Journal));
        foreach (var provider in plan.Providers!.Select(ProviderDevice.MeasuredBy).Distinct().Where(provider => !done.Contains(provider)))
        {
            cancellation.ThrowIfCancellationRequested();
            screen.Line($"measuring what this machine can do at most with {provider}");
            var row = await MeasureAsync(new CeilingRequest(provider, plan.Threads!.Value, CeilingsProcess.DefaultSeconds, ModelCache.Folder()), cancellation).ConfigureAwait(false);
            if (row is CeilingsMeasuredRow { Ceilings.Doubt: { } doubt })
            {
                screen.Line($"  suspect: {doubt}");
            }

            using var journal = new JournalWriter(folder.Journal);
            journal.Append(row);
        }
    }

    private async Task<JournalRow> MeasureAsync(CeilingRequest request, CancellationToken cancellation)
    {
        try
        {
            return new CeilingsMeasuredRow(time.GetUtcNow(), await CeilingsProcess.RunAsync(request, cancellation).ConfigureAwait(false));
        }
        catch (BadInputException problem)
        {
            var error = PersonalPaths.Hide(problem.Message.ReplaceLineEndings(" "));
            screen.Line("  not measured: " + SafeText.Of(error));
            return new CeilingsFailedRow(time.GetUtcNow(), request.Provider, error);
        }
    }
}
