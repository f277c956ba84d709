namespace InferBench.Core.Validity;

internal sealed record Finding(Verdict Verdict, string Reason);
