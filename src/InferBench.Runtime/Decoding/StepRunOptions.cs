using System.Globalization;
using Microsoft.ML.OnnxRuntime;

namespace InferBench.Runtime.Decoding;

/// <summary>
/// Run options for each binding of a workload. In a session that captures CUDA graphs the option <c>gpu_graph_id</c> says which graph a run captures
/// when it is the first, and replays from then on: each decode binding has one of its own, because a graph is bound to addresses, and the prefill
/// has none. ONNX Runtime keeps graphs by id and thread until the session ends, so that no id may ever come back.
/// </summary>
internal sealed class StepRunOptions : IDisposable
{
    private const string GraphId = "gpu_graph_id";

    /// <summary>Runs as if nothing were captured (onnxruntime_run_options_config_keys.h).</summary>
    private const int NoGraph = -1;

    private static int _lastId;

    private readonly RunOptions[] _options;

    /// <param name="session">Its session runs them.</param>
    /// <param name="bindings">Bindings of the workload; the first is the prefill's.</param>
    public StepRunOptions(DecoderSession session, int bindings) => _options = session.Captures
        ? [Plain(session), .. Enumerable.Range(1, bindings - 1).Select(_ => Of(session, Interlocked.Increment(ref _lastId)))]
        : [Plain(session)];

    /// <param name="binding">Index of a binding.</param>
    public RunOptions Of(int binding) => _options[Math.Min(binding, _options.Length - 1)];

    /// <summary>Options of a run that captures and replays nothing.</summary>
    public static RunOptions Plain(DecoderSession session) => Of(session, NoGraph);

    public void Dispose() => Array.ForEach(_options, options => options.Dispose());

    private static RunOptions Of(DecoderSession session, int graph)
    {
        var options = new RunOptions();
        if (session.CanCapture)
        {
            options.AddRunConfigEntry(GraphId, graph.ToString(CultureInfo.InvariantCulture));
        }

        return options;
    }
}
