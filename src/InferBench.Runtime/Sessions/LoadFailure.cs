using System.Text.RegularExpressions;

namespace InferBench.Runtime.Sessions;

/// <summary>ONNX Runtime's words for a model that does not load, turned into one line with the mend where one is known.</summary>
internal static partial class LoadFailure
{
    public static string Explain(string native)
    {
        if (MissingData().Match(native) is { Success: true } missing)
        {
            return $"external data file \"{missing.Groups["file"].Value}\" is missing (expected beside the model)";
        }

        return native.Contains("Protobuf parsing failed", StringComparison.Ordinal)
            ? "not an ONNX model, or damaged; download it again"
            : $"ONNX Runtime cannot load it: {NativeText.Short(native)}";
    }

    [GeneratedRegex(@"External data path does not exist: ""?(?:[^""\r\n]*[/\\])?(?<file>[^""/\\\r\n]+)""?")]
    private static partial Regex MissingData();
}
