namespace InferBench.Runtime.Execution;

/// <summary>One run of a check.</summary>
/// <param name="Name">What it ran on, such as <c>test_data_set_0</c>.</param>
/// <param name="Inputs">What was fed, such as <c>image=float32[1x3x224x224]</c>.</param>
/// <param name="Outputs">What came out.</param>
public sealed record CheckedRun(string Name, string Inputs, IReadOnlyList<CheckedOutput> Outputs);
