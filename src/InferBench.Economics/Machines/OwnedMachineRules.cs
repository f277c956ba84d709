using System.Globalization;

namespace InferBench.Economics.Machines;

/// <summary>What an owned machine's figures have to be for an hour of it to have a cost.</summary>
internal static class OwnedMachineRules
{
    /// <returns>One line for each figure that cannot be, with the field's name; empty where all can.</returns>
    public static IReadOnlyList<string> Problems(OwnedMachine machine)
    {
        (string Name, double? Value, double Least, double Most)[] fields =
        [
            ("price", machine.PriceUsd, 0, 1e9),
            ("system-factor", machine.SystemFactor, 1, 10),
            ("residual", machine.Residual, 0, 1),
            ("capital", machine.CostOfCapital, 0, 1),
            ("months", machine.Months, 1, 240),
            ("kw", machine.LoadKw, 0, 1e4),
            ("idle-kw", machine.IdleKw, 0, machine.LoadKw),
            ("pue", machine.Pue, 1, 5),
            ("kwh", machine.UsdPerKwh, 0, 10),
            ("colo", machine.ColocationUsdPerKwMonth, 0, 1e4),
            ("provisioned-kw", machine.ProvisionedKw, 0, 1e4),
            ("maintenance", machine.MaintenancePerYear, 0, 1),
            ("staff", machine.StaffUsdPerYear, 0, 1e9),
            ("staff-share", machine.StaffShare, 0, 1e4),
            ("network", machine.NetworkUsdPerMonth, 0, 1e9),
        ];
        return
        [
            .. fields
                .Where(field => field.Value is { } value && !(value >= field.Least && value <= field.Most))
                .Select(field => string.Create(CultureInfo.InvariantCulture, $"{field.Name} is {field.Value}; it has to be from {field.Least:0.######} to {field.Most:0.######}")),
        ];
    }

    /// <exception cref="ArgumentException">A figure cannot be.</exception>
    public static void Require(OwnedMachine machine)
    {
        if (Problems(machine) is [var first, ..])
        {
            throw new ArgumentException(first, nameof(machine));
        }
    }
}
