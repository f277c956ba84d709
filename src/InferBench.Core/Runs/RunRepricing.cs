namespace InferBench.Core.Runs;

/// <summary>That a run's figures stand under another price than the one it was measured with. Nothing was measured again.</summary>
/// <param name="OriginRunId">The run that was measured.</param>
/// <param name="OriginDigest">Digest of its document, as `inferbench verify` computes it.</param>
/// <param name="OriginPrice">The price that it had.</param>
public sealed record RunRepricing(string OriginRunId, string OriginDigest, HourlyPrice OriginPrice);
