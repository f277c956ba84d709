namespace InferBench.Models.Quantization;

/// <summary>How far a quantized weight is from its source.</summary>
/// <param name="Name">The weight.</param>
/// <param name="Largest">Largest absolute difference.</param>
/// <param name="Mean">Mean absolute difference.</param>
/// <param name="RootMeanSquare">Root of the mean squared difference.</param>
public sealed record TensorError(string Name, double Largest, double Mean, double RootMeanSquare);
