using System.CommandLine;
using System.Text.Json;
using InferBench.Budgets;
using InferBench.Budgets.Allocation;
using InferBench.Budgets.Arrivals;
using InferBench.Budgets.Bandwidth;
using InferBench.Budgets.Building;
using InferBench.Budgets.Figures;
using InferBench.Budgets.Overhead;
using InferBench.Budgets.Quantizing;
using InferBench.Budgets.Recording;
using InferBench.Budgets.Reports;
using InferBench.Budgets.Startup;
using InferBench.Budgets.Sweeps;
using InferBench.Budgets.Workers;

// dotnet run -c Release --project bench/InferBench.Budgets -- all [--full] [--rounds 9] [--json]
IBudget[] budgets = [new HelpBudget(), new OverheadBudget(), new AllocationBudget(), new RecorderBudget(), new ArrivalBudget(), new BandwidthBudget(), new WorkerBudget(), new BuildBudget(), new QuantizeBudget(), new ReportBudget(), new SweepBudget()];
var rounds = new Option<int>("--rounds") { HelpName = "N", Description = "Rounds of each comparison.", DefaultValueFactory = _ => 9, Recursive = true };
var full = new Option<bool>("--full") { Description = "Use the default run's model too; takes minutes.", Recursive = true };
var json = new Option<bool>("--json") { Description = "Print JSON instead of Markdown.", Recursive = true };
var root = new RootCommand("Measures the budgets that InferBench sets itself. Exit code 1 where one is missed.") { rounds, full, json };

void Add(string name, string description, IReadOnlyList<IBudget> measured)
{
    var command = new Command(name, description);
    command.SetAction(parsed =>
    {
        var options = new BudgetOptions(Math.Max(parsed.GetValue(rounds), 1), parsed.GetValue(full));
        var (at, before) = (DateTimeOffset.UtcNow, MachineLoad.OneMinute());
        List<BudgetFigure> figures = [];
        using (var scratch = new Scratch())
        {
            foreach (var budget in measured)
            {
                Console.Error.WriteLine($"measuring {budget.Name} ...");
                figures.AddRange(budget.Measure(options, scratch));
            }
        }

        var report = new BudgetReport(at, Environment.ProcessorCount, before, MachineLoad.OneMinute(), figures);
        Console.Out.WriteLine(parsed.GetValue(json) ? JsonSerializer.Serialize(report, BudgetsJson.Default.BudgetReport) : BudgetText.Render(report));
        return report.Met ? 0 : 1;
    });
    root.Subcommands.Add(command);
}

Add("all", "Every budget.", budgets);
foreach (var budget in budgets)
{
    Add(budget.Name, budget.Description, [budget]);
}

return root.Parse(args).Invoke();
