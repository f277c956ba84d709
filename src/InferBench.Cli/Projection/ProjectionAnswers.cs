using System.Globalization;
using InferBench.Cli.Sizing;
using InferBench.Core.Errors;
using InferBench.Core.Runs;
using InferBench.Economics.Catalog;
using InferBench.Economics.Projection;

namespace InferBench.Cli.Projection;

/// <summary>From what was typed to a projection.</summary>
internal static class ProjectionAnswers
{
    /// <param name="runPath">The run to project.</param>
    /// <param name="to">A device of the catalog; null for the machine of the other run, by its measured ceilings.</param>
    /// <param name="checkPath">A run that was measured on the target; null for none.</param>
    /// <param name="catalogPath">The user's own entries; null for none.</param>
    /// <param name="allowSuspect">Whether cells whose validity is in doubt are taken too.</param>
    /// <param name="today">Day for which the catalog is asked.</param>
    /// <exception cref="BadInputException">Something that was given cannot be used.</exception>
    public static ProjectionReport Answer(string runPath, string? to, string? checkPath, string? catalogPath, bool allowSuspect, DateOnly today)
    {
        var catalog = PriceCatalog.Load(catalogPath, today);
        var run = RunDocumentReader.Read(runPath);
        var check = checkPath is null ? null : RunDocumentReader.Read(checkPath);
        var device = to is null ? null : Devices.Named(catalog, to, "--to");
        var target = device is not null
            ? ProjectionTarget.Of(device, catalog) ?? throw new BadInputException($"--to: the catalog has no memory bandwidth for {device.Id}")
            : ProjectionTarget.Of(check ?? throw new BadInputException("--to: is missing; name a device of the catalog, or give --check with a run from the machine that is meant"))
                ?? throw new BadInputException($"{check.RunId}: has no ceilings of its machine; name a device with --to, or measure it again with `inferbench run --ceilings`");
        var answer = RunProjection.Project(run, target, check, allowSuspect);
        return new ProjectionReport(
            "projected",
            run.RunId,
            target.Name,
            target.BandwidthBytesPerSecond,
            target.Basis,
            Critical(run, target),
            answer.Cells,
            answer.Skipped,
            check?.RunId,
            answer.Checked,
            answer.TpotError,
            answer.TtftError,
            device is null ? [] : Published(catalog, device),
            answer.Assumptions,
            catalog.Version);
    }

    /// <summary>F·b / (2·BW), b being the bytes that a decode step reads for each multiplied weight.</summary>
    private static List<CriticalBatch> Critical(RunDocument run, ProjectionTarget target) =>
    [
        .. run.Models
            .Where(model => model is { DecodeWeightBytes: > 0, MultipliedParameters: > 0 } && target.MatMul(model.Precision) is not null)
            .DistinctBy(model => model.Precision)
            .Select(model => new CriticalBatch(
                model.Precision,
                target.MatMul(model.Precision)!.Value * model.DecodeWeightBytes!.Value / (2.0 * model.MultipliedParameters!.Value * target.BandwidthBytesPerSecond))),
    ];

    /// <summary>What others measured on the device, with other models and engines: to see what such a device does at all.</summary>
    private static List<string> Published(PriceCatalog catalog, HardwareSpec device) =>
    [
        .. catalog.Throughput
            .Where(one => one.Gpu == device.Id)
            .Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Model} {one.Precision}, {one.Engine}: {one.Rate.Value:#,0.#} {one.Rate.Unit} ({catalog.Cite(one.Rate)})")),
    ];
}
