namespace InferBench.Models.Quantization;

/// <summary>A model cannot be quantized as asked, or the result cannot be written.</summary>
public sealed class QuantizationException(string message, Exception? innerException = null) : ModelException(message, innerException);
