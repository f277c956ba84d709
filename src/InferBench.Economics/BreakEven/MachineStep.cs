namespace InferBench.Economics.BreakEven;

/// <summary>One step of the bill of a growing fleet: the volumes that so many machines serve.</summary>
/// <param name="Machines">Machines that are paid for.</param>
/// <param name="FromOutputTokens">Output tokens a month above which so many are needed.</param>
/// <param name="ToOutputTokens">Output tokens a month that they can make at most.</param>
/// <param name="UsdPerMonth">Their bill at the end of the step, where all are busy.</param>
/// <param name="CheaperFrom">Output tokens a month from which they are cheaper than the API, within the step; null where they are not on any of it.</param>
public sealed record MachineStep(int Machines, double FromOutputTokens, double ToOutputTokens, double UsdPerMonth, double? CheaperFrom);
