namespace InferBench.Core.Verification;

/// <summary>Whether a run's document is what was measured.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Problems">What does not hold, a line each; empty where everything does.</param>
/// <param name="Notes">What could not be checked, or differs for a reason that is no fault.</param>
/// <param name="Cells">Cells in the document.</param>
/// <param name="Recomputed">Cells whose figures were computed again from their samples.</param>
/// <param name="Samples">Operations in them.</param>
/// <param name="Digest">The document's digest as it should be.</param>
public sealed record VerificationReport(
    string RunId, IReadOnlyList<string> Problems, IReadOnlyList<string> Notes, int Cells, int Recomputed, int Samples, string Digest)
{
    public bool Holds => Problems.Count == 0;
}
