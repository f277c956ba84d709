namespace InferBench.Runtime.Checks;

/// <summary>What a step did to a shared cache buffer.</summary>
/// <param name="Output">Output's name.</param>
/// <param name="Step">Step; 0 is the prefill.</param>
/// <param name="WroteItsOwn">Every position that it was fed holds something now.</param>
/// <param name="KeptEarlier">Positions before those are as they were.</param>
/// <param name="KeptLater">Positions after those are still empty.</param>
internal sealed record ObservedSlots(string Output, int Step, bool WroteItsOwn, bool KeptEarlier, bool KeptLater);
