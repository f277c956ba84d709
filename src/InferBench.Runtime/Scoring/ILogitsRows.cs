namespace InferBench.Runtime.Scoring;

/// <summary>Logits of a sequence, a row after the other: two models can be walked side by side without storing either's rows.</summary>
internal interface ILogitsRows : IDisposable
{
    /// <summary>Begins a sequence of two ids or more, which have been checked; all but the last are fed.</summary>
    public void Start(ReadOnlySpan<int> ids);

    /// <summary>The next row, valid until the next call.</summary>
    public ReadOnlySpan<float> Next();
}
