using InferBench.Budgets.Figures;
using InferBench.Core.Errors;
using InferBench.Models;
using InferBench.Peers.Sides;
using InferBench.Runtime.Decoding;
using InferBench.Runtime.Providers;

namespace InferBench.Peers.Launches;

/// <summary>All launches of one comparison, the two sides taking turns at going first.</summary>
internal static class PeerRun
{
    /// <exception cref="BadInputException">The model is no decoder in GenAI's form, or a side failed.</exception>
    public static Comparison Run(string model, int prompt, int generated, int launches, int repeats, int threads, long seed, Action<int, Launch> progress)
    {
        var path = ModelFolder.Resolve(model);
        if (!File.Exists(Path.Combine(Path.GetDirectoryName(path)!, "genai_config.json")))
        {
            throw new BadInputException($"{model}: genai_config.json is missing; ONNX Runtime GenAI needs a model in its own form");
        }

        var before = MachineLoad.OneMinute();
        var request = Request(path, prompt, generated, threads, seed);
        List<Launch> done = [];
        HashSet<string> libraries = [];
        for (var launch = 0; launch < launches; launch++)
        {
            var first = launch % 2 == 0 ? Side.InferBench : Side.GenAi;
            var pairs = Pairs(request, first == Side.InferBench, repeats);
            libraries.UnionWith(pairs.SelectMany(pair => pair.InferBench.OnnxRuntime.Concat(pair.GenAi.OnnxRuntime)));
            done.Add(Launch.Of(first, pairs));
            progress(launch + 1, done[^1]);
        }

        return new Comparison(
            Path.GetFileName(Path.GetDirectoryName(path)!),
            threads,
            prompt,
            generated,
            done,
            libraries.Count == 0 ? null : libraries.Count == 1,
            before,
            MachineLoad.OneMinute());
    }

    private static List<(Generation InferBench, Generation GenAi)> Pairs(SideRequest request, bool oursFirst, int repeats)
    {
        using var first = new SideProcess(oursFirst ? Side.InferBench : Side.GenAi, request);
        first.Generate();
        using var second = new SideProcess(oursFirst ? Side.GenAi : Side.InferBench, request);
        second.Generate();

        List<(Generation, Generation)> pairs = [];
        for (var repeat = 0; repeat < repeats; repeat++)
        {
            var (one, other) = (first.Generate(), second.Generate());
            pairs.Add(oursFirst ? (one, other) : (other, one));
        }

        return pairs;
    }

    /// <summary>One uncounted generation tells an id that is not generated: GenAI would stop at its end token.</summary>
    private static SideRequest Request(string path, int prompt, int generated, int threads, long seed)
    {
        int vocabulary;
        using (var session = DecoderSession.Load(path, ExecutionProviders.Cpu, threads))
        {
            vocabulary = session.Layout.Vocabulary;
        }

        var request = new SideRequest(path, threads, [.. PromptIds.Random(seed, 1, prompt, vocabulary).Select(id => (int)id)], generated, EndToken: 0);
        using var probe = new SideProcess(Side.InferBench, request);
        var ids = probe.Generate().Ids.ToHashSet();
        var free = Enumerable.Range(0, vocabulary).Reverse().FirstOrDefault(id => !ids.Contains(id), -1);
        return free >= 0
            ? request with { EndToken = free }
            : throw new BadInputException($"{path}: generates every id of its vocabulary, so that GenAI would stop early; ask for fewer tokens");
    }
}
