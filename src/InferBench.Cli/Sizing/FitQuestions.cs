using System.Globalization;
using InferBench.Core.Errors;
using InferBench.Core.Runs;
using InferBench.Economics.Catalog;
using InferBench.Economics.Memory;

namespace InferBench.Cli.Sizing;

/// <summary>From what was typed to a fit.</summary>
internal static class FitQuestions
{
    private const string Estimated = "estimated from the dimensions, for 2,048 prompt tokens and one token of each sequence in work at once (16 bits), and their logits; not measured";
    private const string InOverhead = "in the runtime's measured share";

    /// <exception cref="BadInputException">Something that was named is not known.</exception>
    public static FitReport Answer(FitRequest asked, DateOnly today)
    {
        var catalog = PriceCatalog.Load(asked.Catalog, today);
        var (name, bytes, basis) = Device(asked, catalog);
        return asked.Run is { } run ? OfRun(asked, RunDocumentReader.Read(run), name, bytes, basis, catalog) : OfKnown(asked, name, bytes, basis, catalog);
    }

    private static FitReport OfKnown(FitRequest asked, string device, double bytes, string basis, PriceCatalog catalog)
    {
        var model = KnownModels.Named(asked.Model ?? throw new BadInputException("--model: is missing; name an open model, or give --results with a run"));
        var storage = WeightStorage.Named(asked.Precision ?? "fp16");
        var cacheBits = asked.Cache is { } named ? CachePrecision.Bits(named) : CachePrecision.DefaultBits;
        var overhead = RuntimeOverhead.Assumed(bytes);
        var served = ServedModel.Of(model, storage, asked.Context, cacheBits);
        return new FitReport(
            model.Id,
            storage.Name,
            storage.Basis,
            string.Create(CultureInfo.InvariantCulture, $"{model.Source}, {model.AsOf} ({model.Confidence.ToString().ToLowerInvariant()}){(model.Note is { } note ? $"; {note}" : "")}"),
            model.Parameters,
            model.ActiveParameters,
            device,
            basis,
            asked.Context,
            model.Context,
            asked.Concurrency,
            string.Create(CultureInfo.InvariantCulture, $"{cacheBits} bits a value{(asked.Cache is null ? " (default)" : "")}"),
            overhead.Basis,
            Estimated,
            MemoryFit.Answer(new FitQuestion(served, asked.Context, asked.Concurrency, bytes, overhead)),
            catalog.Version);
    }

    private static FitReport OfRun(FitRequest asked, RunDocument run, string device, double bytes, string basis, PriceCatalog catalog)
    {
        if (asked.Cache is not null)
        {
            throw new BadInputException("--kv-cache: a run's own cache is taken with --results; leave one of them out");
        }

        var candidates = run.Models
            .Where(one => one.Layout is not null && (asked.Model is null || one.Name == asked.Model) && (asked.Precision is null || one.Precision == asked.Precision || one.Precision.StartsWith($"{asked.Precision}-", StringComparison.Ordinal)))
            .ToList();
        var there = string.Join(", ", run.Models.Select(one => $"{one.Name} {one.Precision}"));
        var model = candidates switch
        {
            [var one] => one,
            [] => throw new BadInputException($"{run.RunId}: has no decoder that was asked for; there is {there}"),
            _ => throw new BadInputException($"{run.RunId}: has several models; choose one with --model and --precision: {there}"),
        };
        var served = ServedModel.Of(run, model, asked.Context) ?? throw new BadInputException($"{run.RunId}: does not say how large the cache of {model.Name} is; measure it again");
        var overhead = RuntimeOverhead.MeasuredIn(run, model);
        return new FitReport(
            model.Name,
            model.Precision,
            $"the model's files as measured in run {run.RunId}",
            null,
            model.Parameters,
            null,
            device,
            basis,
            asked.Context,
            model.ContextLength,
            asked.Concurrency,
            $"as bound in run {run.RunId}",
            (overhead ??= RuntimeOverhead.Assumed(bytes)).Basis,
            overhead.Measured ? InOverhead : "not known",
            MemoryFit.Answer(new FitQuestion(served, asked.Context, asked.Concurrency, bytes, overhead)),
            catalog.Version);
    }

    private static (string Name, double Bytes, string Basis) Device(FitRequest asked, PriceCatalog catalog)
    {
        if (asked.Device is null == asked.MemoryGigabytes is null)
        {
            throw new BadInputException(asked.Device is null ? "--device: is missing; name a device of the catalog, or give --memory" : "--memory: the device has its own; leave one of --device and --memory out");
        }

        if (asked.MemoryGigabytes is { } gigabytes)
        {
            return ("device", gigabytes * 1e9, string.Create(CultureInfo.InvariantCulture, $"{gigabytes:0.##} GB given with --memory"));
        }

        var device = Devices.Named(catalog, asked.Device!, "--device");
        if (device.MemoryFact is not { BaseValue: { } bytes } fact)
        {
            throw new BadInputException($"--device: the catalog has no memory size for {device.Id}; give --memory");
        }

        var nominal = device.MemoryIsNominal ? "; as printed by the vendor, the driver may report some percent more or less" : "";
        return (device.Id, bytes, string.Create(
            CultureInfo.InvariantCulture, $"{device.Id}, {fact.Value:#,0.##} {fact.Unit} ({fact.Confidence.ToString().ToLowerInvariant()}: {catalog.Cite(fact)}){nominal}"));
    }
}
