using InferBench.Budgets.Figures;
using InferBench.Core.Errors;
using InferBench.Models;
using InferBench.Peers.Sides;
using InferBench.Runtime.Decoding;

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
        var request = Request(path, prompt, generated, repeats, threads, seed);
        List<Launch> done = [];
        HashSet<string> libraries = [];
        for (var launch = 0; launch < launches; launch++)
        {
            var ours = launch % 2 == 0 ? SideProcess.Run(Side.InferBench, request) : null;
            var theirs = SideProcess.Run(Side.GenAi, request);
            ours ??= SideProcess.Run(Side.InferBench, request);
            libraries.UnionWith(ours.OnnxRuntime.Concat(theirs.OnnxRuntime));
            done.Add(Launch.Of(launch % 2 == 0 ? Side.InferBench : Side.GenAi, ours, theirs));
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

    /// <summary>One uncounted generation tells the vocabulary, and an id that it does not generate: GenAI would stop at its end token.</summary>
    private static SideRequest Request(string path, int prompt, int generated, int repeats, int threads, long seed)
    {
        int vocabulary;
        using (var session = DecoderSession.Load(path, "cpu", threads))
        {
            vocabulary = session.Layout.Vocabulary;
        }

        var request = new SideRequest(path, threads, [.. PromptIds.Random(seed, 1, prompt, vocabulary).Select(id => (int)id)], generated, Repeats: 1, EndToken: 0);
        var ids = SideProcess.Run(Side.InferBench, request).Ids.ToHashSet();
        var free = Enumerable.Range(0, vocabulary).Reverse().FirstOrDefault(id => !ids.Contains(id), -1);
        return free >= 0
            ? request with { Repeats = repeats, EndToken = free }
            : throw new BadInputException($"{path}: generates every id of its vocabulary, so that GenAI would stop early; ask for fewer tokens");
    }
}
