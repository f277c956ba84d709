using System.Runtime;
using InferBench.Core.Errors;
using InferBench.Core.Runs;
using InferBench.Models.Onnx;
using InferBench.Models.Tensors;
using InferBench.Runtime.Devices;
using InferBench.Runtime.Sessions;
using Microsoft.ML.OnnxRuntime;

namespace InferBench.Runtime.Execution;

/// <summary>Any model, loaded once and run on plain data. For measuring, data is bound beforehand instead.</summary>
public sealed class OneShotSession : IDisposable
{
    private readonly LoadedModel _model;
    private readonly RunOptions _options = new();

    private OneShotSession(LoadedModel model)
    {
        _model = model;
        Inputs = DeclaredValues.Of(model.Session.InputNames, model.Session.InputMetadata, model.Outline.Graph.Inputs);
        Outputs = DeclaredValues.Of(model.Session.OutputNames, model.Session.OutputMetadata, model.Outline.Graph.Outputs);
        Report = new SessionReport(
            model.Provider,
            model.ProviderOptions,
            model.SessionOptions,
            model.Threads,
            CacheMode: null,
            (long)model.LoadTime.TotalNanoseconds,
            ProcessMemory.CurrentBytes(),
            InferenceOrt.Version,
            GCSettings.IsServerGC,
            RuntimeSettings.TieredPgo,
            model.Placement);
    }

    /// <summary>What must be fed, in the order of the graph.</summary>
    public IReadOnlyList<DeclaredValue> Inputs { get; }

    /// <summary>What comes back, in the order of the graph.</summary>
    public IReadOnlyList<DeclaredValue> Outputs { get; }

    /// <summary>The file's outline, as read before loading.</summary>
    public OnnxModel Outline => _model.Outline;

    /// <summary>The session as applied.</summary>
    public SessionReport Report { get; }

    internal LoadedModel Model => _model;

    /// <summary>Loads the model file at <paramref name="path"/>.</summary>
    /// <param name="path">An .onnx file.</param>
    /// <param name="provider">Execution provider, such as <c>cpu</c>.</param>
    /// <param name="threads">Intra-op threads, at least 1.</param>
    /// <param name="providerOptions">Options for the provider, NAME=VALUE.</param>
    /// <exception cref="BadInputException">The file, the provider or the thread count cannot be used.</exception>
    public static OneShotSession Load(string path, string provider, int threads, IReadOnlyList<string>? providerOptions = null)
    {
        var model = SessionLoader.Load(path, provider, threads, providerOptions: providerOptions);
        try
        {
            return new OneShotSession(model);
        }
        catch (OnnxRuntimeException e)
        {
            model.Session.Dispose();
            throw new BadInputException($"{model.File}: ONNX Runtime cannot describe its inputs and outputs: {NativeText.Short(e.Message)}", e);
        }
    }

    /// <summary>A workload on these inputs: bound to memory where all values can be, else run plainly.</summary>
    /// <param name="inputs">A value for each of <see cref="Inputs"/>, by name.</param>
    /// <param name="outputs">What <see cref="Run"/> returned for them: it has the shapes.</param>
    public IOneShotWorkload CreateWorkload(IReadOnlyDictionary<string, HostValue> inputs, RunResult outputs) =>
        inputs.Values.Concat(outputs.Outputs.Select(output => output.Value)).All(OneShotBindings.IsBindable)
            ? OneShotWorkload.Create(this, inputs, outputs)
            : new PlainWorkload(this, inputs);

    /// <summary>Runs the model once.</summary>
    /// <param name="inputs">A value for each of <see cref="Inputs"/>, by name.</param>
    /// <exception cref="BadInputException">Inputs are missing, unknown or of the wrong kind, type or shape, or the run fails; all problems in one message.</exception>
    public RunResult Run(IReadOnlyDictionary<string, HostValue> inputs)
    {
        InputCheck.Require(_model.File, Inputs, inputs);
        var values = new Dictionary<string, OrtValue>();
        try
        {
            foreach (var (name, value) in inputs)
            {
                values.Add(name, OrtValues.From(value));
            }

            using var outputs = _model.Session.Run(_options, values, _model.Session.OutputNames);
            return new RunResult([.. Outputs.Select((output, i) => KeyValuePair.Create(output.Name, OrtValues.Read(outputs[i], output.Name)))]);
        }
        catch (OnnxRuntimeException e)
        {
            throw new BadInputException($"{_model.File}: the run fails: {NativeText.Short(e.Message)}", e);
        }
        finally
        {
            foreach (var value in values.Values)
            {
                value.Dispose();
            }
        }
    }

    public void Dispose()
    {
        _options.Dispose();
        _model.Session.Dispose();
    }
}
