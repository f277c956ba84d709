using System.Globalization;

namespace InferBench.Core.Validity;

/// <summary>
/// Other processes, or other machines on the same host, that took cores which the cell wanted. A figure from a busy machine may be steady
/// and still be far too slow.
/// </summary>
internal sealed class BusyProcessorRule : IValidityRule
{
    /// <summary>Share of the cell's threads.</summary>
    private const double Limit = 0.05;

    public Finding? Judge(Evidence evidence)
    {
        if (evidence.Measurement.Contention is not { } use || evidence.Cell.Provider != "cpu")
        {
            return null;
        }

        // On a machine with cores to spare, others may be busy and take nothing away.
        var wanted = Math.Min(evidence.Cell.Threads, use.Cores);
        var taken = Math.Max(0, use.OtherCores + wanted - use.Cores) + use.StolenCores;
        return taken <= Limit * wanted
            ? null
            : new Finding(
                Verdict.Suspect,
                string.Create(CultureInfo.InvariantCulture, $"other processes took {Math.Min(taken, wanted):0.00} of the {wanted} cores that this cell wanted"));
    }
}
