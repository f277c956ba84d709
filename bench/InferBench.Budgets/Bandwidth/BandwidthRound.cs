namespace InferBench.Budgets.Bandwidth;

/// <summary>Bytes per second of three readers that took turns.</summary>
/// <param name="Memory">Our own loop over a block of memory: what the machine gives.</param>
/// <param name="Kernel">ONNX Runtime's MatMul of one row by matrices of the decoder's own size, and nothing else.</param>
/// <param name="Decode">The decoder's steps: weights and KV cache over the time of a token.</param>
internal sealed record BandwidthRound(double Memory, double Kernel, double Decode);
