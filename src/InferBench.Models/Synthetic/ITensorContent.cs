namespace InferBench.Models.Synthetic;

/// <summary>The bytes of a tensor, made on demand, row by row; calls may run in parallel and in any order.</summary>
internal interface ITensorContent
{
    /// <summary>Rows.</summary>
    public int Rows { get; }

    /// <summary>Bytes of one row.</summary>
    public int RowBytes { get; }

    /// <summary>Writes whole rows, as many as <paramref name="destination"/> holds.</summary>
    public void Fill(int firstRow, Span<byte> destination);
}
