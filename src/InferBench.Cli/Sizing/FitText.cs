using System.Globalization;
using InferBench.Cli.Terminal;
using InferBench.Economics.Memory;
using InferBench.Reporting.Text;
using Spectre.Console;

namespace InferBench.Cli.Sizing;

/// <summary>A fit in words and a table.</summary>
internal static class FitText
{
    public static void Show(Screen screen, FitReport report)
    {
        screen.Line(Sentence(report));
        screen.Line();
        var rows = report.Answer.Smallest is { Devices: > 1 } more ? new[] { report.Answer.One, more } : [report.Answer.One];
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("on each device");
        foreach (var row in rows)
        {
            table.AddColumn(new TableColumn(row.Devices == 1 ? "1 device" : Text($"{row.Devices} devices")) { Alignment = Justify.Right });
        }

        AddRow("weights", row => row.WeightBytes);
        AddRow(Text($"cache of {report.Concurrency} sequences"), row => row.CacheBytes);
        AddRow("activations", row => row.ActivationBytes);
        AddRow("runtime", row => row.OverheadBytes);
        AddRow("needed", row => row.NeedBytes);
        AddRow("there is", row => row.DeviceBytes);
        table.AddRow(["largest batch at that context", .. rows.Select(row => Text($"{row.LargestBatch:#,0}"))]);
        screen.Console.Write(table);
        foreach (var line in Basis(report))
        {
            screen.Line(line);
        }

        void AddRow(string name, Func<FitRow, double> bytes) => table.AddRow([name, .. rows.Select(row => Gigabytes(bytes(row)))]);
    }

    internal static string Sentence(FitReport report)
    {
        var what = Text($"{SafeText.Of(report.Model)} in {SafeText.Of(report.Precision)} with {report.Concurrency:#,0} sequences of {report.Context:#,0} tokens");
        return report.Answer.Smallest switch
        {
            { Devices: 1 } one => Text($"{what} fits on one {report.Device}: {Gigabytes(one.NeedBytes)} of {Gigabytes(one.DeviceBytes)}, and up to {one.LargestBatch:#,0} sequences would."),
            { } more => Text($"{what} does not fit on one {report.Device} ({Gigabytes(report.Answer.One.NeedBytes)} of {Gigabytes(report.Answer.One.DeviceBytes)}); it takes {more.Devices} that share it by tensor parallelism."),
            null => Text($"{what} does not fit on one {report.Device} ({Gigabytes(report.Answer.One.NeedBytes)} of {Gigabytes(report.Answer.One.DeviceBytes)}), nor on any number up to {MemoryFit.MostDevices} that its heads can be shared among.{Smaller(report.Answer.One)}"),
        };
    }

    private static string Smaller(FitRow one) => one.LargestBatch > 0 ? Text($" {one.LargestBatch:#,0} sequences would fit on one.") : "";

    private static IEnumerable<string> Basis(FitReport report)
    {
        if (report.Context > report.LongestContext)
        {
            yield return Text($"note: the model's own limit is {report.LongestContext:#,0} tokens, so {report.Context:#,0} need a longer rotary scaling");
        }

        yield return $"weights: {report.WeightBasis}";
        yield return Text($"cache: {report.CacheBasis}; {Gigabytes(report.Answer.CacheBytesPerSequence)} a sequence, {report.Answer.CacheBytesPerToken:#,0} bytes a token");
        yield return $"activations: {report.ActivationBasis}";
        yield return $"runtime: {report.OverheadBasis}";
        yield return $"device: {SafeText.Of(report.DeviceBasis)}";
        if (report.ModelSource is { } source)
        {
            yield return $"dimensions: {source}";
        }

        yield return $"catalog {report.CatalogVersion}";
    }

    private static string Gigabytes(double bytes) => Text($"{bytes / 1e9:#,0.00} GB");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
