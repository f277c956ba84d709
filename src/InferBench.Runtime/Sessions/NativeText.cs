using System.Text.RegularExpressions;

namespace InferBench.Runtime.Sessions;

/// <summary>ONNX Runtime's error texts, cut down to what a person can use: no source paths, no codes, no folders of this machine.</summary>
internal static partial class NativeText
{
    private const int Longest = 220;

    public static string Short(string native)
    {
        var line = native.AsSpan().Trim();
        var end = line.IndexOfAny('\r', '\n');
        var text = (end < 0 ? line : line[..end]).ToString();

        text = SourceLocation().Replace(text, "");
        text = Code().Replace(text, "");
        text = Host().Replace(text, "");
        text = Folder().Replace(text, "$1");
        text = Spaces().Replace(text, " ").Trim();
        return text.Length <= Longest ? text : text[..Longest].TrimEnd() + "…";
    }

    /// <summary>Such as <c>/onnxruntime_src/onnxruntime/core/x.cc:1988 onnxruntime::Provider&amp; onnxruntime::ProviderLibrary::Get()</c>.</summary>
    [GeneratedRegex(@"\S+\.(?:cc|h|cpp):\d+ [^()]*\([^()]*\)(?: const)?")]
    private static partial Regex SourceLocation();

    [GeneratedRegex(@"\[ErrorCode:\w+\]|\[ONNXRuntimeError\] : \d+ : \w+ :")]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<=^|[\s""'(])(?:/|[A-Za-z]:\\)(?:[^\s""'/\\]+[/\\])+([^\s""'/\\]+)")]
    private static partial Regex Folder();

    /// <summary>CUDA's errors carry the machine's name, which is nobody's business in a published run.</summary>
    [GeneratedRegex(@"\s*;?\s*hostname=\S*")]
    private static partial Regex Host();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
