using InferBench.Core.Errors;
using InferBench.Core.Loads;
using InferBench.Core.Scenarios;
using InferBench.Tests;

namespace InferBench.Core.Tests.Loads;

public sealed class LoadRowsTests
{
    private static readonly LoadRecord Record = new(
        ScenarioSettings.For(LoadScenario.Server) with { TargetQps = 12.5, ScheduleSeed = 7 },
        new ScenarioRun([5, 6]) { FinalQueryScheduledNs = 4, FinalQueryDoneNs = 10, Tokens = new TokenRecord([2, 3], [4, 4]) },
        [0, 1],
        [new BatchUse(1, 2, 2), new BatchUse(2, 0, 0)],
        BusyNs: 5,
        MaxWaiting: 16,
        EndedEarly: false);

    [Fact]
    public void Read_WhatWasAppended_IsThereAgain()
    {
        using var folder = new TempFolder();
        var path = folder.File("rows.jsonl");

        LoadRows.Append(path, new LoadRow { Record = Record });
        LoadRows.Append(path, new LoadRow { Error = "gone" });

        var rows = LoadRows.Read(path);
        var read = rows[0].Record!;
        Assert.Equal(Record.Settings, read.Settings);
        Assert.Equal(Record.Run.LatenciesNs, read.Run.LatenciesNs);
        Assert.Equal(Record.Run.Tokens!.TtftNs, read.Run.Tokens!.TtftNs);
        Assert.Equal(Record.Batches, read.Batches);
        Assert.Equal([0, 1], read.LatenessNs!);
        Assert.Equal("gone", rows[1].Error);
    }

    [Fact]
    public void Read_WriterWasKilledInARow_GivesTheWholeOnes()
    {
        using var folder = new TempFolder();
        var path = folder.File("rows.jsonl");
        LoadRows.Append(path, new LoadRow { Record = Record });
        File.AppendAllText(path, """{"record":{"settings":{"sc""");

        Assert.Single(LoadRows.Read(path));
    }

    [Fact]
    public void Read_NoFile_IsNoRows()
    {
        using var folder = new TempFolder();

        Assert.Empty(LoadRows.Read(folder.File("rows.jsonl")));
    }

    [Fact]
    public void Read_LineOfSomethingElse_IsBadInput()
    {
        using var folder = new TempFolder();

        Assert.Throws<BadInputException>(() => LoadRows.Read(folder.Write("rows.jsonl", "[1]\n")));
    }
}
