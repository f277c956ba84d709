using System.Diagnostics;
using System.Globalization;
using InferBench.Core.Errors;
using InferBench.Models;
using InferBench.Models.Onnx;
using InferBench.Models.Selection;
using InferBench.Runtime.Placement;
using InferBench.Runtime.Providers;
using Microsoft.ML.OnnxRuntime;

namespace InferBench.Runtime.Sessions;

/// <summary>Turns a file into a session, or into one clear line.</summary>
internal static class SessionLoader
{
    /// <summary>Folder of external data for a model that is loaded from memory (onnxruntime_session_options_config_keys.h).</summary>
    private const string DataFolder = "session.model_external_initializers_file_folder_path";

    /// <inheritdoc cref="Load(OnnxModel, string, int, SelectingModel?, IReadOnlyList{string}?)"/>
    /// <param name="modelPath">The ONNX file.</param>
    public static LoadedModel Load(string modelPath, string provider, int threads, IReadOnlyList<string>? providerOptions = null) =>
        Load(ReadOutline(modelPath), provider, threads, null, providerOptions);

    /// <param name="outline">The model's file as <see cref="ReadOutline"/> read it.</param>
    /// <param name="provider">Execution provider.</param>
    /// <param name="threads">Threads inside an operator.</param>
    /// <param name="edited">The graph to load instead of the file's; null loads the file.</param>
    /// <param name="providerOptions">Options for the provider, NAME=VALUE, that <see cref="ProviderOptions.Require"/> let pass.</param>
    /// <exception cref="BadInputException">The file, the provider or the thread count cannot be used.</exception>
    public static LoadedModel Load(OnnxModel outline, string provider, int threads, SelectingModel? edited, IReadOnlyList<string>? providerOptions)
    {
        if (threads < 1)
        {
            throw new BadInputException(string.Create(CultureInfo.InvariantCulture, $"threads {threads}: at least 1 is needed"));
        }

        ExecutionProviders.RequireKnown(provider);
        _ = InferenceOrt.Environment;

        using var options = new SessionOptions
        {
            IntraOpNumThreads = threads,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            LogSeverityLevel = provider == ExecutionProviders.Cpu ? OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL : OrtLoggingLevel.ORT_LOGGING_LEVEL_WARNING,
        };
        options.AddSessionConfigEntry(GraphAssignment.Option, "1");
        var applied = ExecutionProviders.Append(options, provider, providerOptions, outline);
        var start = Stopwatch.GetTimestamp();
        var (session, copies) = SessionLog.Listen(() => Create(outline.Path, edited, options));
        var time = Stopwatch.GetElapsedTime(start);
        var placement = GraphAssignment.Read(session) is { } nodes ? PlacementSummary.Of(provider, nodes, copies) : null;
        return new LoadedModel(session, outline, provider, applied, AsApplied(options), threads, time, placement);
    }

    /// <summary>Before ONNX Runtime, which has only "Protobuf parsing failed" for a pointer file or half a download.</summary>
    /// <exception cref="BadInputException">The file is no model.</exception>
    public static OnnxModel ReadOutline(string modelPath)
    {
        try
        {
            return OnnxModelReader.Read(modelPath);
        }
        catch (ModelException e)
        {
            throw new BadInputException(e.Message, e);
        }
    }

    private static InferenceSession Create(string modelPath, SelectingModel? edited, SessionOptions options)
    {
        try
        {
            if (edited is null)
            {
                return new InferenceSession(modelPath, options);
            }

            options.AddSessionConfigEntry(DataFolder, edited.Folder);
            return new InferenceSession(edited.Bytes, options);
        }
        catch (OnnxRuntimeException e)
        {
            throw new BadInputException($"{Path.GetFileName(modelPath)}: ONNX Runtime cannot load it: {NativeText.Short(e.Message)}", e);
        }
    }

    private static Dictionary<string, string> AsApplied(SessionOptions options) => new()
    {
        ["intra_op_num_threads"] = options.IntraOpNumThreads.ToString(CultureInfo.InvariantCulture),
        ["inter_op_num_threads"] = options.InterOpNumThreads.ToString(CultureInfo.InvariantCulture),
        ["execution_mode"] = "sequential",
        ["graph_optimization_level"] = "all",
        ["log_severity_level"] = options.LogSeverityLevel == OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL ? "fatal" : "warning",
        [GraphAssignment.Option] = "1",

        // ONNX Runtime's default, named because it decides decode speed: 2.2 ms a token became 3.3 ms without it.
        ["session.intra_op.allow_spinning"] = "1",
    };
}
