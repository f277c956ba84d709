namespace InferBench.Reporting.Charts;

/// <summary>What a chart shows, apart from how it is drawn.</summary>
/// <param name="Name">File name without extension: lower-case letters, digits and dashes.</param>
/// <param name="Title">What is shown.</param>
/// <param name="Subtitle">On which machine, at which price.</param>
/// <param name="Series">Lines; those without points are listed but not drawn.</param>
/// <param name="Notes">What the reader must know: the price and whether it is assumed, shapes, what the whiskers are.</param>
/// <param name="Source">The run and the program that measured it.</param>
public sealed record Chart(
    string Name,
    string Title,
    string Subtitle,
    Axis X,
    Axis Y,
    IReadOnlyList<Series> Series,
    IReadOnlyList<string> Notes,
    string Source);
