using System.Globalization;

namespace InferBench.Core.Validity;

/// <summary>Operators that fell back to the CPU, and the copies that this costs: such a figure is not the device's.</summary>
internal sealed class FallenNodesRule : IValidityRule
{
    private const int MostNamed = 4;

    public Finding? Judge(Evidence evidence)
    {
        if (evidence.Cell.Provider == "cpu" || evidence.Placement is not { } placement)
        {
            return null;
        }

        var own = placement.NodesByProvider.Where(pair => pair.Key.StartsWith(evidence.Cell.Provider, StringComparison.OrdinalIgnoreCase)).Sum(pair => (long)pair.Value);
        if (own == 0)
        {
            return new Finding(Verdict.Invalid, $"no operator ran on {evidence.Cell.Provider}: the figures are another provider's");
        }

        var fallen = placement.Fallen.Sum(one => (long)one.Nodes);
        if (fallen == 0 && placement.CopyNodes is null or 0)
        {
            return null;
        }

        var names = placement.Fallen.OrderByDescending(one => one.Nodes).Take(MostNamed).Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Nodes} {one.Operator}"));
        return new Finding(
            Verdict.Suspect,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{fallen} operators fell back to the CPU{(fallen == 0 ? "" : $" ({string.Join(", ", names)}{(placement.Fallen.Count > MostNamed ? ", ..." : "")})")}, with {placement.CopyNodes?.ToString(CultureInfo.InvariantCulture) ?? "an unknown number of"} copies between processor and device in each pass"));
    }
}
