namespace InferBench.Runtime.Checks;

/// <summary>What a short generation was seen to do.</summary>
/// <param name="Shapes">Shapes of outputs.</param>
/// <param name="Slots">Writes to shared cache buffers; empty where the cache grows.</param>
/// <param name="Agreement">Token by token against one pass; null where it did not get that far.</param>
/// <param name="Failure">ONNX Runtime's own words where a step failed; null where none did.</param>
internal sealed record DecoderObservation(
    IReadOnlyList<ObservedShape> Shapes, IReadOnlyList<ObservedSlots> Slots, LogitsAgreement? Agreement, string? Failure)
{
    /// <summary>Updates of states of fixed size; empty where there are none.</summary>
    public IReadOnlyList<ObservedState> States { get; init; } = [];
}
