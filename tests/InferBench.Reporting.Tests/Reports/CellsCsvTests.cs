using InferBench.Reporting.Reports;
using InferBench.Tests;

namespace InferBench.Reporting.Tests.Reports;

public sealed class CellsCsvTests
{
    [Theory]
    [InlineData("")]
    [InlineData("ru-RU")]
    public void Of_TheDefaultRun_LooksAsReviewed(string culture)
    {
        using var scope = new CultureScope(culture);

        Snapshot.Matches(CellsCsv.Of(SampleRuns.Default()), "cells.csv");
    }

    [Fact]
    public void Of_HostileNames_GivesEveryRowEveryFieldAndKeepsTheNames()
    {
        var run = SampleRuns.Hostile();

        var rows = Parse(CellsCsv.Of(run));

        Assert.Equal(run.Cells.Count + 1, rows.Count);
        Assert.All(rows, row => Assert.Equal(rows[0].Count, row.Count));
        var model = rows[0].IndexOf("model");
        Assert.Equal(run.Cells.Select(cell => CellsCsv.Text(cell.Cell.Model)), rows.Skip(1).Select(row => row[model]));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@x", "'@x")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "'\rx")]
    [InlineData("x=1", "x=1")]
    [InlineData("", "")]
    public void Text_StartOfAFormula_IsMarkedAsText(string text, string expected) => Assert.Equal(expected, CellsCsv.Text(text));

    [Fact]
    public void Of_CellWithoutFigures_LeavesFieldsEmpty()
    {
        var rows = Parse(CellsCsv.Of(SampleRuns.Default()));

        var crashed = rows[^1];

        Assert.Equal("crashed", crashed[rows[0].IndexOf("status")]);
        Assert.Equal("", crashed[rows[0].IndexOf("output_tok_per_s")]);
        Assert.Equal("", crashed[rows[0].IndexOf("usd_per_million_output_tokens")]);
    }

    /// <summary>A reader of RFC 4180 that shares nothing with the writer.</summary>
    private static List<List<string>> Parse(string csv)
    {
        var (rows, row, field, quoted) = (new List<List<string>>(), new List<string>(), "", false);
        for (var at = 0; at < csv.Length; at++)
        {
            var character = csv[at];
            if (quoted)
            {
                if (character != '"')
                {
                    field += character;
                }
                else if (at + 1 < csv.Length && csv[at + 1] == '"')
                {
                    field += '"';
                    at++;
                }
                else
                {
                    quoted = false;
                }
            }
            else if (character == '"')
            {
                quoted = true;
            }
            else if (character == ',')
            {
                row.Add(field);
                field = "";
            }
            else if (character == '\r')
            {
                row.Add(field);
                rows.Add(row);
                (row, field) = ([], "");
                at++;
            }
            else
            {
                field += character;
            }
        }

        return rows;
    }
}
