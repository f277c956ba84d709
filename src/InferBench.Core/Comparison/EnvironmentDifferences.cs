using System.Globalization;
using InferBench.Core.Runs;
using InferBench.Core.Samples;
using InferBench.Core.Telemetry;

namespace InferBench.Core.Comparison;

/// <summary>What else differs between two runs and could explain a difference in their figures.</summary>
internal static class EnvironmentDifferences
{
    /// <summary>Below this, others' use of the processors is the same.</summary>
    private const double Cores = 0.05;

    /// <summary>Below this fraction, clocks are the same.</summary>
    private const double Clocks = 0.02;

    /// <summary>Below this fraction, memory gave as much.</summary>
    private const double Bandwidth = 0.1;

    /// <returns>Empty for two parts of one run.</returns>
    public static IReadOnlyList<EnvironmentDifference> Of(RunDocument divisor, RunDocument other)
    {
        if (ReferenceEquals(divisor, other))
        {
            return [];
        }

        return
        [
            .. Facts(divisor).Zip(Facts(other))
                .Where(pair => pair.First.Value != pair.Second.Value)
                .Select(pair => new EnvironmentDifference(pair.First.Name, pair.First.Value, pair.Second.Value)),
            .. Measured("cores taken by others, mean of the cells", divisor, other, OtherCores, (left, right) => Math.Abs(left - right) > Cores, "0.00"),
            .. Measured("memory's read bandwidth in GB/s, mean of the cells", divisor, other, cell => cell.Measurement?.Memory?.MeanBytesPerSecond / 1e9, (left, right) => Math.Abs(left - right) > Bandwidth * Math.Min(left, right), "0.0"),
            .. Measured("processor clock in MHz, mean of the cells", divisor, other, cell => Mean(cell, TelemetryQuantity.CpuFrequencyMhz), Differ, "0"),
            .. Measured("GPU clock in MHz, mean of the cells", divisor, other, cell => Mean(cell, TelemetryQuantity.GpuSmClockMhz), Differ, "0"),
            .. Measured("GPU temperature in °C, mean of the cells", divisor, other, cell => Mean(cell, TelemetryQuantity.GpuTemperatureCelsius), (left, right) => Math.Abs(left - right) > 5, "0"),
        ];
    }

    private static List<(string Name, string? Value)> Facts(RunDocument run)
    {
        var machine = run.Environment;
        return
        [
            ("processor", machine.CpuModel),
            ("logical cores", Number(machine.LogicalCores)),
            ("instruction sets", string.Join(' ', machine.CpuFeatures)),
            ("last-level cache in bytes", Number(machine.LastLevelCacheBytes)),
            ("memory in bytes", Number(machine.MemoryBytes)),
            ("graphics processors", Join(machine.Gpus.Select(gpu => gpu.Name))),
            ("GPU driver", Join(machine.Gpus.Select(gpu => gpu.Driver ?? "unknown").Distinct())),
            ("CUDA of the driver", Join(machine.Gpus.Select(gpu => gpu.CudaDriver ?? "unknown").Distinct())),
            ("GPU power limit in W", Join(machine.Gpus.Select(gpu => Number(gpu.PowerLimitWatts) ?? "unknown"))),
            ("operating system", machine.Os),
            ("architecture", machine.Architecture),
            (".NET", machine.DotNet),
            ("ONNX Runtime", machine.OnnxRuntime),
            ("ONNX Runtime's build", machine.OnnxRuntimeBuild),
            ("session options", Join(Sessions(run, Options))),
            ("token selection", Join(Sessions(run, session => session.Selection))),
            ("CUDA graph", Join(Sessions(run, session => session.CudaGraph))),
            ("InferBench", run.Tool.Version),
            ("commit", run.Tool.GitCommit),
            ("local changes", run.Tool.GitDirty switch { true => "yes", false => "none", null => null }),
            ("threads", Number(run.Plan.Threads)),
            ("launches", Number(run.Plan.Launches ?? 1)),
            ("seed", Number(run.Plan.Seed)),
            ("prompts", run.Plan.PromptText is not null ? "cut from a text" : run.Plan.PromptIds is not null ? "given as ids" : "random ids"),
            ("measuring", Settings(run.Plan.Measure)),
            ("price in USD per hour", Number(run.Price.UsdPerHour)),
        ];
    }

    /// <summary>What the sessions of a run say of themselves, each once.</summary>
    private static IEnumerable<string> Sessions(RunDocument run, Func<SessionReport, string?> word) =>
        run.Shards.Select(shard => shard.Session).OfType<SessionReport>().Select(word).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static string Options(SessionReport session) => string.Join(
        ' ', session.ProviderOptions.Concat(session.SessionOptions).OrderBy(option => option.Key, StringComparer.Ordinal).Select(option => $"{option.Key}={option.Value}"));

    private static string? Settings(MeasureSettings? settings) => settings is null ? null : string.Create(
        CultureInfo.InvariantCulture,
        $"{settings.MinOperations} to {settings.MaxOperations} operations, {settings.SecondsPerCell} s a cell, target ±{settings.TargetInterval * 100} %");

    private static IEnumerable<EnvironmentDifference> Measured(
        string name, RunDocument divisor, RunDocument other, Func<RunCell, double?> value, Func<double, double, bool> differ, string format)
    {
        var (left, right) = (divisor.Cells.Average(value), other.Cells.Average(value));
        return left is { } known && right is { } there && differ(known, there)
            ? [new EnvironmentDifference(name, known.ToString(format, CultureInfo.InvariantCulture), there.ToString(format, CultureInfo.InvariantCulture))]
            : [];
    }

    private static double? OtherCores(RunCell cell) => cell.Measurement?.Contention is { } use ? use.OtherCores + use.StolenCores : null;

    private static double? Mean(RunCell cell, TelemetryQuantity quantity) => cell.Measurement?.Telemetry?.Find(quantity)?.Mean;

    private static bool Differ(double left, double right) => Math.Abs(left - right) > Clocks * Math.Max(left, right);

    private static string? Join(IEnumerable<string> values) => string.Join(", ", values) is { Length: > 0 } joined ? joined : null;

    private static string? Number(IFormattable? value) => value?.ToString(null, CultureInfo.InvariantCulture);
}
