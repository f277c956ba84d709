using System.Globalization;
using InferBench.Core.Statistics;

namespace InferBench.Core.Validity;

/// <summary>Operations that run at two speeds, with nothing between them: their mean is the time of none of them.</summary>
internal sealed class TwoSpeedsRule : IValidityRule
{
    /// <summary>Modes that lie closer than this, as a share of the lower one, change no conclusion.</summary>
    private const double Limit = 0.1;

    public Finding? Judge(Evidence evidence) =>
        TwoModes.Of([.. evidence.Measurement.Samples.Select(sample => (double)sample.EndToEndNs)]) is { } modes && modes.High - modes.Low >= Limit * modes.Low
            ? new Finding(
                Verdict.Suspect,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the operations ran at two speeds: {modes.LowShare * 100:0} % of them took about {modes.Low / 1e6:0.###} ms, the others about {modes.High / 1e6:0.###} ms"))
            : null;
}
