using System.Text;
using InferBench.Core.Errors;
using InferBench.Core.Journals;
using InferBench.Core.Tests.Runs;
using InferBench.Tests;

namespace InferBench.Core.Tests.Journals;

public sealed class JournalTests
{
    [Fact]
    public void Read_WhatWasAppended_IsTheSame()
    {
        using var folder = new TempFolder();
        var path = folder.File("journal.jsonl");

        Write(path, Fabricated.Start("a"), new CellStartedRow(Fabricated.At, "a"), Fabricated.Measured("a"));

        var rows = JournalReader.Read(path);
        Assert.Equal(3, rows.Count);
        Assert.Equal(Fabricated.Measured("a").Measurement.Samples[5].TokenNs, ((CellMeasuredRow)rows[2]).Measurement.Samples[5].TokenNs);
        Assert.Equal("a", ((RunStartedRow)rows[0]).Header.Cells[0].Key);
    }

    [Fact]
    public void Read_EveryPossibleTear_LosesOnlyTheTornRow()
    {
        using var folder = new TempFolder();
        var path = folder.File("journal.jsonl");
        Write(path, new CellStartedRow(Fabricated.At, "first"));
        var whole = File.ReadAllBytes(path);
        Write(path, Fabricated.Measured("second"));
        var all = File.ReadAllBytes(path);

        // Cutting only the line feed leaves a whole row that nobody has read yet: it is kept once the line ends.
        for (var length = whole.Length; length < all.Length - 1; length += 7)
        {
            File.WriteAllBytes(path, all[..length]);
            Assert.Single(JournalReader.Read(path));
            Write(path, new CellStartedRow(Fabricated.At, "third"));

            var rows = JournalReader.Read(path).OfType<CellStartedRow>().Select(row => row.Key);
            Assert.Equal(["first", "third"], rows);
        }
    }

    [Fact]
    public void ReadNew_GrowingJournal_GivesEachRowOnce()
    {
        using var folder = new TempFolder();
        var path = folder.File("journal.jsonl");
        Write(path, new CellStartedRow(Fabricated.At, "a"));
        var tail = new JournalTail(path);

        Assert.Single(tail.ReadNew());
        Assert.Empty(tail.ReadNew());
        Write(path, new CellStartedRow(Fabricated.At, "b"), new CellStartedRow(Fabricated.At, "c"));
        Assert.Equal(2, tail.ReadNew().Count);
    }

    [Fact]
    public void Read_AWholeLineThatIsNoRow_NamesTheLine()
    {
        using var folder = new TempFolder();
        var path = folder.Write("journal.jsonl", "{\"ev\":\"start\",\"at\":\"2026-11-20T10:00:00+00:00\",\"key\":\"a\"}\n{\"ev\":\"later\"}\n");

        Assert.Contains("line 2", Assert.Throws<BadInputException>(() => JournalReader.Read(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Rubbish_IsNotARowAndNotACrash()
    {
        using var folder = new TempFolder();
        var path = folder.File("journal.jsonl");
        File.WriteAllBytes(path, [0, 255, 10, .. Encoding.UTF8.GetBytes(new string('[', 5000)), 10]);

        Assert.Empty(JournalReader.Read(path));
    }

    private static void Write(string path, params JournalRow[] rows)
    {
        using var journal = new JournalWriter(path);
        foreach (var row in rows)
        {
            journal.Append(row);
        }
    }
}
