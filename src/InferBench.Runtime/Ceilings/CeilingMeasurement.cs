using System.Diagnostics;
using System.Globalization;
using InferBench.Core.Ceilings;
using InferBench.Core.Errors;
using InferBench.Core.Plans;
using InferBench.Runtime.Devices;
using InferBench.Runtime.Providers;
using InferBench.Runtime.Sessions;
using Microsoft.ML.OnnxRuntime;

namespace InferBench.Runtime.Ceilings;

/// <summary>
/// Measures ceilings in rounds. Every round asks for each of them once, so that what disturbs the machine for a while disturbs no single one of
/// them, and the rounds' spread says how well a figure repeats.
/// </summary>
public static class CeilingMeasurement
{
    public const int Rounds = 5;

    private const int LeastPasses = 3;

    /// <exception cref="BadInputException">The provider cannot run here, or there is not enough memory.</exception>
    public static MachineCeilings Run(CeilingRequest request, CancellationToken cancellation = default)
    {
        ExecutionProviders.RequireKnown(request.Provider);
        if (ProviderDevice.MeasuredBy(request.Provider) is var device && device != request.Provider)
        {
            throw new BadInputException($"ceilings: {request.Provider} runs on the device of {device}, whose ceilings count for both; use --provider {device}");
        }

        if (request.Threads < 1 || !(request.Seconds > 0))
        {
            throw new BadInputException(string.Create(CultureInfo.InvariantCulture, $"ceilings: {request.Threads} threads for {request.Seconds} s; at least one thread and some time are needed"));
        }

        if (ProviderProbe.Probe(request.Provider).Problem is { } problem)
        {
            throw new BadInputException(problem);
        }

        var began = Stopwatch.GetTimestamp();
        using var probes = new CeilingProbes(request);
        var missing = probes.Missing.ToList();
        var alive = probes.All.Select(probe => new Taken(probe)).ToList();
        var before = ProcessorUse.Now();
        var slot = TimeSpan.FromSeconds(request.Seconds / Rounds / Math.Max(alive.Count, 1));
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var taken in alive.ToList())
            {
                cancellation.ThrowIfCancellationRequested();
                if (taken.Round(slot) is { } failure)
                {
                    alive.Remove(taken);
                    missing.Add(new MissingCeiling(taken.Probe.Kind, taken.Probe.Precision, failure));
                }
            }
        }

        var contention = before is null ? null : ProcessorUse.Now()?.Since(before);
        return new MachineCeilings(
            request.Provider, request.Threads, [.. alive.Select(taken => taken.Summary())], missing, contention, (long)Stopwatch.GetElapsedTime(began).TotalNanoseconds);
    }

    private sealed class Taken(ICeilingProbe probe)
    {
        private readonly List<IReadOnlyList<double>> _rounds = [];

        public ICeilingProbe Probe => probe;

        /// <returns>Why it cannot run; null where it can.</returns>
        public string? Round(TimeSpan time)
        {
            try
            {
                // The first pass finds caches and clocks as others left them.
                probe.Pass();
                var began = Stopwatch.GetTimestamp();
                var passes = new List<double>();
                while (passes.Count < LeastPasses || Stopwatch.GetElapsedTime(began) < time)
                {
                    passes.Add(probe.Pass());
                }

                _rounds.Add(passes);
                return null;
            }
            catch (OnnxRuntimeException e)
            {
                return NativeText.Short(e.Message);
            }
        }

        public Ceiling Summary() =>
            CeilingRounds.Summarise(probe.Kind, probe.Precision, probe.Method, probe.BytesPerPass, probe.OperationsPerPass, _rounds);
    }
}
