using InferBench.Core.Errors;
using InferBench.Reporting.Export;
using InferBench.Tests;
using Microsoft.Data.Sqlite;

namespace InferBench.Reporting.Tests.Export;

public sealed class RunsDatabaseTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Add_RunsOfBothKinds_GivesARowForEachCellAndReplacesWhatIsThere()
    {
        using (var database = RunsDatabase.Open(_folder.File("runs.db")))
        {
            database.Add(SampleRuns.Default());
            database.Add(SampleRuns.OneShots() with { RunId = "items" });
            database.Add(SampleRuns.Default());
        }

        Assert.Equal(2L, Ask("SELECT count(*) FROM runs"));
        Assert.Equal(17L, Ask("SELECT count(*) FROM cells"));
        Assert.Equal(268.0, (double)Ask("SELECT max(output_tok_per_s) FROM cells WHERE precision = 'int8-dyn-chan'")!, 9);
        Assert.Equal("integer", Ask("SELECT typeof(batch) FROM cells"));
        Assert.Equal(DBNull.Value, Ask("SELECT output_tok_per_s FROM cells WHERE run_id = 'items'"));
        Assert.Equal(1L, Ask("SELECT price_assumed FROM runs WHERE run_id <> 'items'"));
    }

    [Fact]
    public void Add_HostileNames_AreKeptAsTheyAreAndRunNothing()
    {
        var run = SampleRuns.Hostile() with { RunId = "x'); DROP TABLE cells; --" };
        run = run with { Cells = [.. run.Cells.Select((cell, index) => cell with { Key = $"{index}\"'; --" })] };

        using (var database = RunsDatabase.Open(_folder.File("runs.db")))
        {
            database.Add(run);
        }

        Assert.Equal((long)run.Cells.Count, Ask("SELECT count(*) FROM cells"));
        Assert.Equal(SampleRuns.HostileNames[1], Ask("SELECT model FROM cells WHERE model LIKE '=HYPER%'"));
        Assert.Equal(run.RunId, Ask("SELECT run_id FROM runs"));
    }

    [Fact]
    public void Open_SomethingElse_IsRefusedAndLeftAsItIs()
    {
        var file = _folder.Write("notes.txt", new string('n', 5_000));

        Assert.Contains("is no SQLite database", Assert.Throws<BadInputException>(() => RunsDatabase.Open(file)).Message, StringComparison.Ordinal);
        Assert.Equal(new string('n', 5_000), File.ReadAllText(file));
    }

    private object? Ask(string question)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.File("runs.db")};Pooling=False;Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = question;
        return command.ExecuteScalar();
    }
}
