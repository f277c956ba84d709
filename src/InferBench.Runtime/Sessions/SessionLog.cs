using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.ML.OnnxRuntime;

namespace InferBench.Runtime.Sessions;

/// <summary>
/// Takes ONNX Runtime's log, of which nothing is shown, and hears one line in it while a session is made: how many copies between the processor
/// and the device were added to the graph. The log is written on the thread that makes the session.
/// </summary>
internal static partial class SessionLog
{
    [ThreadStatic]
    private static bool _listening;

    [ThreadStatic]
    private static int _copies;

    /// <summary>Whether the process's log comes here; not where another library made ONNX Runtime's environment first.</summary>
    public static bool IsHeard { get; set; }

    /// <summary>Makes a session and counts the copies that ONNX Runtime adds meanwhile; null where its log goes elsewhere.</summary>
    public static (InferenceSession Session, int? Copies) Listen(Func<InferenceSession> create)
    {
        (_listening, _copies) = (true, 0);
        try
        {
            var session = create();
            return (session, IsHeard ? _copies : null);
        }
        finally
        {
            _listening = false;
        }
    }

    /// <summary>Called from native code: it must not throw, and does not keep what it is given.</summary>
    public static void Write(nint parameter, OrtLoggingLevel severity, string category, string logId, string codeLocation, string message)
    {
        if (_listening)
        {
            _copies += CopiesIn(message);
        }
    }

    internal static int CopiesIn(string? message) =>
        message is not null && Copies().Match(message) is { Success: true } match && int.TryParse(match.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : 0;

    [GeneratedRegex(@"^(\d{1,6}) Memcpy nodes are added to the graph")]
    private static partial Regex Copies();
}
