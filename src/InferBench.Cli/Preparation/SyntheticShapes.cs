using InferBench.Core.Plans;
using InferBench.Models.Synthetic;

namespace InferBench.Cli.Preparation;

/// <summary>A preset's dimensions with a plan's changes.</summary>
internal static class SyntheticShapes
{
    public static LlamaShape Apply(LlamaShape shape, ShapeOverrides? changes) => changes is null ? shape : shape with
    {
        Layers = changes.Layers ?? shape.Layers,
        Hidden = changes.Hidden ?? shape.Hidden,
        Heads = changes.Heads ?? shape.Heads,
        KvHeads = changes.KvHeads ?? shape.KvHeads,
        HeadDim = changes.HeadSize ?? shape.HeadDim,
        Ffn = changes.Ffn ?? shape.Ffn,
        Vocab = changes.Vocab ?? shape.Vocab,
        Context = changes.Context ?? shape.Context,
    };
}
