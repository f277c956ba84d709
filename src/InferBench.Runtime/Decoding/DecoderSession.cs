using System.Runtime;
using InferBench.Core.Errors;
using InferBench.Core.Plans;
using InferBench.Core.Runs;
using InferBench.Models;
using InferBench.Models.Onnx;
using InferBench.Models.Selection;
using InferBench.Runtime.Devices;
using InferBench.Runtime.Sessions;
using Microsoft.ML.OnnxRuntime;

namespace InferBench.Runtime.Decoding;

/// <summary>A decoder loaded on one provider. Workloads made from it must be disposed before it.</summary>
public sealed class DecoderSession : IDisposable
{
    private readonly LoadedModel _model;

    private DecoderSession(LoadedModel model, DecoderLayout layout, SessionReport report)
    {
        _model = model;
        File = model.File;
        Provider = model.Provider;
        Session = model.Session;
        Layout = layout;
        Report = report;
    }

    /// <summary>File name, without its folder.</summary>
    public string File { get; }

    public string Provider { get; }

    public DecoderLayout Layout { get; }

    public SessionReport Report { get; }

    internal InferenceSession Session { get; }

    /// <summary>Whether ONNX Runtime captures what runs of this session ask it to capture.</summary>
    internal bool CanCapture => _model.ProviderOptions.ContainsKey(CapturePlan.Option);

    /// <summary>Whether workloads let ONNX Runtime capture and replay their decode steps.</summary>
    internal bool Captures { get; private init; }

    /// <summary>Whether decode steps keep one shape, and addresses that come back every second step; captured ones always do.</summary>
    internal bool HasFixedSteps { get => Captures || field; private init; }

    /// <param name="modelPath">The ONNX file.</param>
    /// <param name="provider">One of <see cref="Providers.ExecutionProviders.Known"/>.</param>
    /// <param name="threads">Threads inside an operator.</param>
    /// <param name="selection">Where tokens are selected, one of <see cref="TokenSelection.All"/>.</param>
    /// <param name="providerOptions">Options for the provider, NAME=VALUE.</param>
    /// <exception cref="BadInputException">The file is no decoder that can be fed, or the provider cannot run here.</exception>
    public static DecoderSession Load(string modelPath, string provider, int threads, string selection = TokenSelection.Auto, IReadOnlyList<string>? providerOptions = null) =>
        Load(modelPath, provider, threads, selection, providerOptions, new CapturePlan(CudaGraph.Off, provider));

    /// <inheritdoc cref="Load(string, string, int, string, IReadOnlyList{string}?)"/>
    /// <param name="capture">Whether decode steps are captured; told why they are not.</param>
    internal static DecoderSession Load(string modelPath, string provider, int threads, string selection, IReadOnlyList<string>? providerOptions, CapturePlan capture)
    {
        var outline = SessionLoader.ReadOutline(modelPath);
        DecoderHints hints;
        try
        {
            hints = DecoderHints.Read(outline);
        }
        catch (ModelException e)
        {
            // A configuration beside the model that cannot be read.
            throw new BadInputException(e.Message, e);
        }

        capture.Look(outline, hints);
        var selecting = new SelectionPlan(selection, provider);
        var edited = selecting.Edit(outline, hints);
        var model = LoadCapturing(outline, provider, threads, edited, providerOptions, capture);
        try
        {
            var layout = new DecoderLayoutReader(
                model.File, GraphValue.Of(model.Session.InputMetadata), GraphValue.Of(model.Session.OutputMetadata), hints).Read() with { NextIds = selecting.Output };
            capture.Look(layout, model.Session);
            return new DecoderSession(model, layout, ReportOf(model, layout, selecting.Applied, capture.Applied)) { Captures = capture.IsOn };
        }
        catch
        {
            model.Session.Dispose();
            throw;
        }
    }

    /// <summary>Binds every buffer of a generation; nothing is allocated after this.</summary>
    /// <param name="batch">Sequences generated together.</param>
    /// <param name="promptLength">Tokens of each prompt.</param>
    /// <param name="generated">Tokens to generate for each sequence.</param>
    /// <exception cref="BadInputException">The shape does not fit the model's context, or the memory.</exception>
    public DecoderWorkload CreateWorkload(int batch, int promptLength, int generated) => new(this, batch, promptLength, generated);

    /// <summary>The same session under another reading of its graph, to see what becomes of a wrong one.</summary>
    internal DecoderSession With(DecoderLayout layout) => new(_model, layout, Report) { Captures = Captures, HasFixedSteps = HasFixedSteps };

    /// <summary>The same session with logits that the host reads, whatever the graph selects: for checks and for scoring.</summary>
    internal DecoderSession WithLogits() => Layout.NextIds is null ? this : With(Layout with { NextIds = null });

    /// <summary>The same session with steps in the shapes that they have by themselves, one after the other.</summary>
    internal DecoderSession WithGrowingSteps() => new(_model, Layout, Report);

    /// <summary>The same session with steps as a captured graph needs them, and nothing captured. The cache must be shared.</summary>
    internal DecoderSession WithFixedSteps() => new(_model, Layout, Report) { HasFixedSteps = true };

    public void Dispose() => Session.Dispose();

    private static LoadedModel LoadCapturing(
        OnnxModel outline, string provider, int threads, SelectingModel? edited, IReadOnlyList<string>? options, CapturePlan capture)
    {
        try
        {
            return SessionLoader.Load(outline, provider, threads, edited, capture.With(options));
        }
        catch (BadInputException e) when (capture.IsOn && e.InnerException is OnnxRuntimeException { Message: var words } && CapturePlan.IsRefusal(words))
        {
            capture.Refuse(CapturePlan.Reason(words));
            return SessionLoader.Load(outline, provider, threads, edited, options);
        }
    }

    private static SessionReport ReportOf(LoadedModel model, DecoderLayout layout, string selection, string? cudaGraph) => new(
        model.Provider,
        model.ProviderOptions,
        model.SessionOptions,
        model.Threads,
        layout.CacheMode switch
        {
            CacheMode.Shared => "shared",
            CacheMode.Growing => "growing",
            _ => "fixed",
        },
        (long)model.LoadTime.TotalNanoseconds,
        ProcessMemory.CurrentBytes(),
        InferenceOrt.Version,
        GCSettings.IsServerGC,
        RuntimeSettings.TieredPgo,
        model.Placement,
        selection,
        cudaGraph);
}
