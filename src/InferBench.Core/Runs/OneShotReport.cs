namespace InferBench.Core.Runs;

/// <summary>What every operation of a one-shot cell was fed, and how, as applied by the worker.</summary>
/// <param name="Inputs">All inputs with their types and shapes, such as <c>input_ids=int64[8x128]</c>.</param>
/// <param name="Source">Where their values came from.</param>
/// <param name="States">Inputs that an output continues; each operation starts again from their first values.</param>
/// <param name="Bound">
/// Whether inputs and outputs were bound to memory beforehand; false where the runtime allocates the outputs in every operation, because they are maps,
/// sequences or of a type that is not bound.
/// </param>
/// <param name="TestDataSha256">Content of the test data; null where the inputs were made up.</param>
public sealed record OneShotReport(string Inputs, InputSource Source, IReadOnlyList<string> States, bool Bound, string? TestDataSha256 = null);
