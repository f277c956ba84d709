using InferBench.Core.Metrics;
using InferBench.Core.Runs;
using InferBench.Reporting.Reports.Blocks;
using InferBench.Reporting.Text;

namespace InferBench.Reporting.Reports.Sections;

/// <summary>How the time of cells on a device divides between transfers, the device and the host.</summary>
internal static class DeviceTimeSection
{
    private const double NsPerUs = 1e3;

    // Beyond this a page is not read; cells.csv has every cell.
    private const int MostRows = 100;

    private static readonly IReadOnlyList<ResultsColumn> Columns =
    [
        new("model", false), new("precision", false), new("provider", false), new("batch", true), new("prompt", true), new("pass", false),
        new("to device, µs", true), new("compute, µs", true), new("to host, µs", true), new("host, µs", true), new("compute share", true),
    ];

    public static ReportSection? Of(RunDocument run)
    {
        var rows = run.Cells.Where(cell => cell.Device is not null).SelectMany(Rows).ToList();
        return rows.Count == 0 ? null : new(
            "device-time",
            "Where a device’s time goes",
            [
                new TableBlock("Mean time of a pass, as the host sees it", Columns, [.. rows.Take(MostRows)]),
                new Paragraph(
                    "Transfers and computing are waited for one after the other. Compute is from the launch until the device was done; host is the rest, such as selecting a token from logits."
                        + (rows.Count > MostRows ? $" The first {Figures.Whole(MostRows)} of {Figures.Whole(rows.Count)} rows are shown; cells.csv has all of them." : ""),
                    ParagraphRole.Muted),
            ]);
    }

    private static IEnumerable<IReadOnlyList<string>> Rows(RunCell cell)
    {
        var device = cell.Device!;
        yield return Row(cell, cell.Cell.IsOneShot ? "forward" : "prefill", device.Prefill);
        if (device.Step is { } step)
        {
            yield return Row(cell, "decode step", step);
        }
    }

    private static IReadOnlyList<string> Row(RunCell cell, string pass, PassTime time) =>
    [
        SafeText.Shortened(cell.Cell.Model, 60), SafeText.Shortened(cell.Cell.Precision, 40), SafeText.Shortened(cell.Cell.Provider, 40), Figures.Whole(cell.Cell.Batch),
        cell.Cell.PromptTokens is { } prompt ? Figures.Whole(prompt) : Figures.Missing, pass,
        Figures.Number(time.HostToDeviceNs / NsPerUs), Figures.Number(time.ComputeNs / NsPerUs), Figures.Number(time.DeviceToHostNs / NsPerUs), Figures.Number(time.HostNs / NsPerUs),
        $"{Figures.Number(100 * time.ComputeNs / (time.HostToDeviceNs + time.ComputeNs + time.DeviceToHostNs + time.HostNs))} %",
    ];
}
