using System.Globalization;
using System.Numerics.Tensors;
using InferBench.Core.Errors;
using InferBench.Models.Precision;
using InferBench.Models.Synthetic;
using InferBench.Peers.Gguf;
using InferBench.Peers.Sides;
using InferBench.Runtime.Decoding;

namespace InferBench.Peers.Launches;

/// <summary>All comparisons: each peer, precision and batch, launch by launch, the two sides taking turns at going first.</summary>
/// <param name="plan">What to compare.</param>
/// <param name="progress">Told each comparison as it is done.</param>
internal sealed class PeerRun(PeerPlan plan, Action<Comparison> progress)
{
    private readonly HashSet<string> _libraries = [];

    /// <exception cref="BadInputException">A side failed, or two sides do not compute the same model.</exception>
    public PeerTable Run()
    {
        List<Comparison> rows = [];
        foreach (var pairing in plan.Pairings)
        {
            var spec = SyntheticModelSpec.Preset(plan.Model, WeightPrecision.Parse(pairing.Precision));
            var onnx = SyntheticModelBuilder.Build(spec, plan.Cache).ModelPath;
            foreach (var batch in plan.Batches)
            {
                var request = WithEndToken(new SideRequest(onnx, Gguf(spec, pairing), plan.Threads, batch, Prompt(spec, batch), plan.Generated, EndToken: 0), spec);
                foreach (var peer in plan.Peers)
                {
                    rows.Add(Compare(peer, pairing, request));
                    progress(rows[^1]);
                }
            }
        }

        return new PeerTable(plan.Model, plan.Threads, plan.Prompt, plan.Generated, [.. _libraries.Order(StringComparer.Ordinal)], rows);
    }

    private Comparison Compare(string peer, Pairing pairing, SideRequest request)
    {
        List<Launch> done = [];
        double? cosine = null;
        HashSet<string> runtimes = [];
        for (var launch = 0; launch < plan.Launches; launch++)
        {
            var first = launch % 2 == 0 ? Side.InferBench : peer;
            using var one = new SideProcess(first, request);
            one.Generate();
            using var other = new SideProcess(first == peer ? Side.InferBench : peer, request);
            other.Generate();
            var (ours, peers) = first == peer ? (other, one) : (one, other);
            if (peer == Side.LlamaCpp)
            {
                cosine = Cosine(ours, peers, pairing);
            }

            var others = new OtherCores([one, other]);
            List<(Generation, Generation)> pairs = [];
            for (var repeat = 0; repeat < plan.Repeats; repeat++)
            {
                // Whoever started first generates first.
                var (left, right) = (one.Generate(), other.Generate());
                pairs.Add(first == peer ? (right, left) : (left, right));
            }

            var otherCores = others.Measure();
            var libraries = pairs.SelectMany(pair => pair.Item1.Libraries.Concat(pair.Item2.Libraries)).ToList();
            runtimes.UnionWith(libraries.Where(path => Path.GetFileName(path).StartsWith(LoadedLibraries.OnnxRuntime, StringComparison.Ordinal)));
            _libraries.UnionWith(libraries.Select(path => Path.Combine(Path.GetFileName(Path.GetDirectoryName(path))!, Path.GetFileName(path))));
            done.Add(Launch.Of(first, pairs, request.Batch, otherCores));
        }

        return runtimes.Count <= 1
            ? new Comparison(peer, pairing.Precision, pairing.Of(peer), request.Batch, plan.Generated, cosine, done)
            : throw new BadInputException($"the sides loaded different ONNX Runtime libraries: {string.Join(", ", runtimes)}");
    }

    /// <summary>Speeds of two models compare nothing; a wrong conversion shows in the scores.</summary>
    private static double Cosine(SideProcess ours, SideProcess peers, Pairing pairing)
    {
        var cosine = TensorPrimitives.CosineSimilarity(ours.FirstLogits(), peers.FirstLogits());
        return cosine >= pairing.LeastCosine
            ? cosine
            : throw new BadInputException(string.Create(
                CultureInfo.InvariantCulture,
                $"{pairing.Precision} and llama.cpp's {pairing.Gguf} score the first token differently (cosine {cosine:0.0000}, at least {pairing.LeastCosine} is expected): the two do not compute the same model"));
    }

    private string? Gguf(SyntheticModelSpec spec, Pairing pairing)
    {
        if (!plan.Peers.Contains(Side.LlamaCpp))
        {
            return null;
        }

        var path = Path.Combine(plan.Cache, "gguf", $"{spec.ShapeName}-{pairing.Gguf}-s{spec.Seed}-v{SyntheticModelSpec.BuilderVersion}.{LlamaGguf.Version}.gguf");
        LlamaGguf.Write(spec.Shape, spec.Seed, pairing.Gguf!.Value, path);
        return path;
    }

    private IReadOnlyList<int> Prompt(SyntheticModelSpec spec, int batch) =>
        [.. PromptIds.Random(plan.Seed, batch, plan.Prompt, spec.Shape.Vocab).Select(id => (int)id)];

    /// <summary>One uncounted generation tells an id that is not generated: GenAI would stop at its end token.</summary>
    private static SideRequest WithEndToken(SideRequest request, SyntheticModelSpec spec)
    {
        using var probe = new SideProcess(Side.InferBench, request);
        var ids = probe.Generate().Ids.ToHashSet();
        var free = Enumerable.Range(0, spec.Shape.Vocab).Reverse().FirstOrDefault(id => !ids.Contains(id), -1);
        return free >= 0
            ? request with { EndToken = free }
            : throw new BadInputException($"{spec.ShapeName} generates every id of its vocabulary, so that GenAI would stop early; ask for fewer tokens");
    }
}
