namespace InferBench.Economics.Machines;

/// <summary>One line of what an hour of a machine costs.</summary>
/// <param name="Name">What is paid for, such as <c>capital</c>.</param>
/// <param name="UsdPerHour">US dollars for each hour on the calendar, busy or not; zero or more.</param>
/// <param name="Marginal">True for what is paid only because there is work: an idle machine would not cost it.</param>
/// <param name="Basis">How the figure came about, in one line.</param>
public sealed record CostComponent(string Name, double UsdPerHour, bool Marginal, string Basis);
