namespace InferBench.Models.Tokenizers;

/// <summary>The special tokens that a post-processor puts around one sequence.</summary>
internal sealed record SpecialTokenFrame(int[] Before, int[] After)
{
    public static SpecialTokenFrame None { get; } = new([], []);

    public SpecialTokenFrame Within(SpecialTokenFrame outer) => new([.. outer.Before, .. Before], [.. After, .. outer.After]);

    public int[] Around(List<int> ids) => [.. Before, .. ids, .. After];
}
