namespace InferBench.Core.Scenarios;

/// <summary>LoadGen's names of the scenarios; case does not count, and <c>single-stream</c> is SingleStream too.</summary>
public static class ScenarioNames
{
    /// <summary>Every name, for messages.</summary>
    public static string All { get; } = string.Join(", ", Enum.GetNames<LoadScenario>());

    /// <returns>Null where there is no such scenario.</returns>
    public static LoadScenario? Find(string name)
    {
        var plain = name.Replace("-", "", StringComparison.Ordinal);
        foreach (var scenario in Enum.GetValues<LoadScenario>())
        {
            if (string.Equals(scenario.ToString(), plain, StringComparison.OrdinalIgnoreCase))
            {
                return scenario;
            }
        }

        return null;
    }
}
