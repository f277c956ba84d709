using System.Text.Json;
using InferBench.Core.Journals;
using InferBench.Core.Json;
using InferBench.Core.Plans;
using InferBench.Core.Runs;

namespace InferBench.EndToEnd.Tests.Processes;

/// <summary>What a run leaves in its folder, read as another program would.</summary>
internal static class RunFiles
{
    public static RunDocument Document(string run) =>
        JsonSerializer.Deserialize(File.ReadAllBytes(Path.Combine(run, "run.json")), CoreJson.Default.RunDocument)!;

    public static string Journal(string run) => Path.Combine(run, "journal.jsonl");

    public static IReadOnlyList<JournalRow> Rows(string run) => JournalReader.Read(Journal(run));

    /// <summary>Waits until a worker of the command has begun a cell.</summary>
    /// <returns>The run's folder.</returns>
    public static string WaitForStart(Inferbench inferbench, RunningCommand command, Predicate<Cell> wanted) => Eventually.Gives(
        () =>
        {
            Assert.False(command.HasExited, command.HasExited ? command.WaitForExit().ToString() : "");
            var run = inferbench.Runs.FirstOrDefault(folder => File.Exists(Journal(folder)));
            return run is not null && Started(Rows(run)).Any(cell => wanted(cell)) ? run : null;
        },
        "the start of the cell");

    private static IEnumerable<Cell> Started(IReadOnlyList<JournalRow> rows)
    {
        var cells = rows.OfType<RunStartedRow>().FirstOrDefault()?.Header.Cells.ToDictionary(cell => cell.Key, cell => cell.Cell) ?? [];
        return rows.OfType<CellStartedRow>().Select(row => cells[row.Key]);
    }
}
