using InferBench.Core.Ceilings;

namespace InferBench.Runtime.Ceilings;

/// <summary>What ONNX Runtime makes of a small model; the model's folder goes with it.</summary>
internal sealed class ModelProbe(CeilingKind kind, string? precision, string method, long bytes, double? operations, string folder, ProbeSession session) : ICeilingProbe
{
    public CeilingKind Kind => kind;

    public string? Precision => precision;

    public string Method => method;

    public long BytesPerPass => bytes;

    public double? OperationsPerPass => operations;

    public double Pass() => session.Pass();

    public void Dispose()
    {
        session.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
