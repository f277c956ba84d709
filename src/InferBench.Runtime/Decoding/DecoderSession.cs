using System.Runtime;
using InferBench.Core.Errors;
using InferBench.Core.Plans;
using InferBench.Core.Runs;
using InferBench.Models;
using InferBench.Runtime.Devices;
using InferBench.Runtime.Sessions;
using Microsoft.ML.OnnxRuntime;

namespace InferBench.Runtime.Decoding;

/// <summary>A decoder loaded on one provider. Workloads made from it must be disposed before it.</summary>
public sealed class DecoderSession : IDisposable
{
    private readonly LoadedModel _model;
    private readonly string _selection;

    private DecoderSession(LoadedModel model, DecoderLayout layout, string selection)
    {
        _selection = selection;
        _model = model;
        File = model.File;
        Provider = model.Provider;
        Session = model.Session;
        Layout = layout;
        Report = new SessionReport(
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
            selection);
    }

    /// <summary>File name, without its folder.</summary>
    public string File { get; }

    public string Provider { get; }

    public DecoderLayout Layout { get; }

    public SessionReport Report { get; }

    internal InferenceSession Session { get; }

    /// <param name="modelPath">The ONNX file.</param>
    /// <param name="provider">One of <see cref="Providers.ExecutionProviders.Known"/>.</param>
    /// <param name="threads">Threads inside an operator.</param>
    /// <param name="selection">Where tokens are selected, one of <see cref="TokenSelection.All"/>.</param>
    /// <param name="providerOptions">Options for the provider, NAME=VALUE.</param>
    /// <exception cref="BadInputException">The file is no decoder that can be fed, or the provider cannot run here.</exception>
    public static DecoderSession Load(string modelPath, string provider, int threads, string selection = TokenSelection.Auto, IReadOnlyList<string>? providerOptions = null)
    {
        var plan = new SelectionPlan(selection, provider);
        var model = SessionLoader.Load(modelPath, provider, threads, plan.Edit, providerOptions);
        try
        {
            var layout = new DecoderLayoutReader(
                model.File,
                GraphValue.Of(model.Session.InputMetadata),
                GraphValue.Of(model.Session.OutputMetadata),
                DecoderHints.Read(model.Outline)).Read();
            return new DecoderSession(model, layout with { NextIds = plan.Output }, plan.Applied);
        }
        catch (ModelException e)
        {
            // A configuration beside the model that cannot be read.
            model.Session.Dispose();
            throw new BadInputException(e.Message, e);
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
    internal DecoderSession With(DecoderLayout layout) => new(_model, layout, _selection);

    /// <summary>The same session with logits that the host reads, whatever the graph selects: for checks and for scoring.</summary>
    internal DecoderSession WithLogits() => Layout.NextIds is null ? this : With(Layout with { NextIds = null });

    public void Dispose() => Session.Dispose();
}
