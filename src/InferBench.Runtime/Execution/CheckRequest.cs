namespace InferBench.Runtime.Execution;

/// <summary>What to check.</summary>
/// <param name="Path">An .onnx file, or a folder that holds one.</param>
/// <param name="Provider">Execution provider.</param>
/// <param name="Reference">A reference file; null for the model's own test data, or made-up inputs where it has none.</param>
/// <param name="Inputs">Overrides of made-up inputs, see <see cref="InputOverride"/>.</param>
/// <param name="Dims">Sizes of open dimensions of made-up inputs, <c>NAME=NUMBER</c>.</param>
public sealed record CheckRequest(
    string Path, string Provider = "cpu", string? Reference = null, IReadOnlyList<string>? Inputs = null, IReadOnlyList<string>? Dims = null);
