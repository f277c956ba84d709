namespace InferBench.Core.Validity;

/// <param name="Verdict">The worst of the findings; valid where there are none.</param>
/// <param name="Reasons">Each a sentence with its figures.</param>
public sealed record ValidityReport(Verdict Verdict, IReadOnlyList<string> Reasons);
