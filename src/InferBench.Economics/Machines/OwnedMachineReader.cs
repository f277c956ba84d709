using System.Globalization;
using InferBench.Core.Errors;

namespace InferBench.Economics.Machines;

/// <summary>
/// Reads an owned machine: <c>price=30000,months=48,kw=1.0,kwh=0.146</c>, or a file with one such figure on a line, where <c>#</c> begins a comment.
/// </summary>
public static class OwnedMachineReader
{
    /// <summary>The names that figures have, for messages and help.</summary>
    public const string Names =
        "price, system-factor, residual, capital, months, kw, idle-kw, pue, kwh, colo, provisioned-kw, maintenance, staff, staff-share, network";

    private const long MostBytes = 1 << 16;
    private static readonly char[] Separators = [',', '\n', '\r'];

    /// <param name="text">The figures, or the name of a file: whatever has no equals sign is one.</param>
    /// <param name="option">What messages begin with.</param>
    /// <exception cref="BadInputException">It cannot be used; a line for each problem.</exception>
    public static OwnedMachine Read(string text, string option)
    {
        var file = !text.Contains('=', StringComparison.Ordinal);
        return Parse(file ? Content(text, option) : text, file ? text : option, file);
    }

    private static string Content(string path, string option)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new BadInputException($"{option}: '{path}' is neither NAME=VALUE, such as price=30000,months=48, nor a file that is there");
        }

        return file.Length <= MostBytes ? File.ReadAllText(path) : throw new BadInputException($"{path}: too large for the figures of one machine");
    }

    private static OwnedMachine Parse(string text, string name, bool file)
    {
        var problems = new List<string>();
        var figures = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var entry in text.Split(Separators).Select(entry => file ? entry.Split('#')[0].Trim() : entry.Trim()).Where(entry => entry.Length > 0))
        {
            var parts = entry.Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts.Length < 2)
            {
                problems.Add($"{name}: '{entry}' is not NAME=VALUE; numbers have a decimal point and no commas, such as 3.99");
            }
            else if (!double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
            {
                problems.Add($"{name}: {parts[0]} is '{parts[1]}', which is not a number with a decimal point, such as 3.99");
            }
            else if (!figures.TryAdd(parts[0], value))
            {
                problems.Add($"{name}: {parts[0]} is given twice");
            }
        }

        var machine = Machine(figures, name, problems);
        return problems.Count == 0 ? machine : throw BadInputException.Of(problems);
    }

    private static OwnedMachine Machine(Dictionary<string, double> figures, string name, List<string> problems)
    {
        double Take(string figure, double otherwise) => figures.Remove(figure, out var value) ? value : otherwise;
        double? Optional(string figure) => figures.Remove(figure, out var value) ? value : null;

        if (problems.Count == 0 && !figures.ContainsKey("price"))
        {
            problems.Add($"{name}: it has no price, such as price=30000");
        }

        var usual = new OwnedMachine { PriceUsd = 0 };
        var machine = new OwnedMachine
        {
            PriceUsd = Take("price", 0),
            SystemFactor = Take("system-factor", usual.SystemFactor),
            Residual = Take("residual", usual.Residual),
            CostOfCapital = Take("capital", usual.CostOfCapital),
            Months = Take("months", usual.Months),
            LoadKw = Take("kw", 0),
            IdleKw = Optional("idle-kw"),
            Pue = Take("pue", usual.Pue),
            UsdPerKwh = Take("kwh", 0),
            ColocationUsdPerKwMonth = Take("colo", 0),
            ProvisionedKw = Optional("provisioned-kw"),
            MaintenancePerYear = Take("maintenance", 0),
            StaffUsdPerYear = Take("staff", 0),
            StaffShare = Take("staff-share", usual.StaffShare),
            NetworkUsdPerMonth = Take("network", 0),
        };
        problems.AddRange(figures.Keys.Select(unknown => $"{name}: '{unknown}' is no figure of a machine; there are {Names}"));
        problems.AddRange(OwnedMachineRules.Problems(machine).Select(problem => $"{name}: {problem}"));
        return machine;
    }
}
