using Microsoft.ML.OnnxRuntime;

namespace InferBench.Runtime.Sessions;

/// <summary>The ONNX Runtime library as loaded into this process.</summary>
public static class InferenceOrt
{
    private static readonly Lazy<OrtEnv> LazyEnvironment = new(Create);

    /// <summary>The variable by which ONNX Runtime's own telemetry is switched off.</summary>
    internal const string TelemetryOff = "ORT_DISABLE_TELEMETRY";

    /// <summary>Release, such as 1.29.0.</summary>
    public static string Version => Environment.GetVersionString();

    /// <summary>ONNX Runtime's own build line: branch, commit, build type, compiler flags.</summary>
    public static string BuildInfo
    {
        get
        {
            _ = Environment;
            return OrtApi.BuildInfo();
        }
    }

    internal static OrtEnv Environment => LazyEnvironment.Value;

    private static OrtEnv Create()
    {
        // Its Linux builds keep a device id and a database of events in the person's home, and send them. Nothing here calls home, and a
        // thread that uploads would run beside what is measured. It must be said before the library is loaded.
        NativeEnvironment.Set(TelemetryOff, "1");
        if (OrtEnv.IsCreated)
        {
            return OrtEnv.Instance();
        }

        // Errors come as exceptions with the same text, and warnings would land in the middle of progress lines: the log goes nowhere.
        var options = new EnvironmentCreationOptions
        {
            logId = "inferbench",
            logLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
            loggingFunction = SessionLog.Write,
        };
        var environment = OrtEnv.CreateInstanceWithOptions(ref options);
        SessionLog.IsHeard = true;

        // On Windows telemetry goes another way, which has a switch of its own.
        environment.DisableTelemetryEvents();
        return environment;
    }
}
