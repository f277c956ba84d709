using System.Globalization;
using InferBench.Core.Errors;

namespace InferBench.Economics.Demand;

/// <summary>The rows of a trace as they are read, and what is wrong with them.</summary>
/// <param name="name">The file, for messages.</param>
/// <param name="order">Where timestamp, input_tokens and output_tokens stand.</param>
internal sealed class TraceRows(string name, int[] order)
{
    private readonly List<TraceRequest> _requests = [];
    private readonly List<string> _problems = [];
    private bool? _iso;
    private double _last = double.NegativeInfinity;
    private int _lastLine;

    public IReadOnlyList<TraceRequest> Requests => _requests;

    public IReadOnlyList<string> Problems => _problems;

    public void Complain(int line, string what) => _problems.Add(string.Create(CultureInfo.InvariantCulture, $"{name} line {line}: {what}"));

    public void Add(int line, string text, int mostTokens)
    {
        var values = text.Split(',', StringSplitOptions.TrimEntries);
        if (values.Length != order.Length)
        {
            Complain(line, string.Create(CultureInfo.InvariantCulture, $"has {values.Length} values for {order.Length} columns; decimals take a point, and thousands no separator"));
            return;
        }

        if (Time(line, values[order[0]]) is { } at && Tokens(line, "input_tokens", values[order[1]], mostTokens) is { } input
            && Tokens(line, "output_tokens", values[order[2]], mostTokens) is { } output)
        {
            if (at < _last)
            {
                Complain(line, string.Create(CultureInfo.InvariantCulture, $"its timestamp is before that of line {_lastLine}; sort the file by time"));
                return;
            }

            (_last, _lastLine) = (at, line);
            _requests.Add(new TraceRequest(at, input, output));
        }
    }

    private double? Time(int line, string text)
    {
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds) && double.IsFinite(seconds))
        {
            return Kind(line, iso: false) && InRange(line, text, seconds) ? seconds : null;
        }

        if (text.Contains('T', StringComparison.Ordinal)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time))
        {
            return Kind(line, iso: true) ? (time - DateTimeOffset.UnixEpoch).TotalSeconds : null;
        }

        Complain(line, $"timestamp '{OneLine.Of(text, 40)}' is neither seconds, such as 12.5, nor ISO 8601, such as 2026-11-20T13:00:00Z");
        return null;
    }

    private bool InRange(int line, string text, double seconds)
    {
        if (seconds is >= 0 and <= 1e11)
        {
            return true;
        }

        Complain(line, $"timestamp '{OneLine.Of(text, 40)}' is below zero or too large; write seconds, not milliseconds");
        return false;
    }

    private bool Kind(int line, bool iso)
    {
        if (_iso is { } first && first != iso)
        {
            Complain(line, iso ? "its timestamp is ISO 8601, and those before are seconds" : "its timestamp is in seconds, and those before are ISO 8601");
            return false;
        }

        _iso = iso;
        return true;
    }

    private int? Tokens(int line, string column, string text, int most)
    {
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var tokens) && tokens >= 1 && tokens <= most)
        {
            return tokens;
        }

        Complain(line, string.Create(CultureInfo.InvariantCulture, $"{column} '{OneLine.Of(text, 40)}' must be a whole number from 1 to {most}"));
        return null;
    }
}
