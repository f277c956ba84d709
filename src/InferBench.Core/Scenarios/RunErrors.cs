using System.Globalization;

namespace InferBench.Core.Scenarios;

/// <summary>What LoadGen logs as errors: that a run was ended early, settings that contradict each other, and samples of one token.</summary>
internal static class RunErrors
{
    private const long NanosecondsPerMillisecond = 1_000_000;

    public static IReadOnlyList<RunError> Of(
        ScenarioSettings settings, EffectiveSettings effective, GeneratedQueries? generated, long queryCount, RunTimes times, TokenRecord? tokens)
    {
        List<RunError> errors = [];
        if (settings.IssueSame && settings.IssueSameIndex >= effective.PerformanceSamples)
        {
            errors.Add(new RunError(Text($"performance_issue_same_index {settings.IssueSameIndex} is beyond the {effective.PerformanceSamples} loaded samples"), 1));
        }

        if (settings.IssueUnique && settings.IssueSame)
        {
            errors.Add(new RunError("performance_issue_unique and performance_issue_same exclude each other", 1));
        }

        if (settings.UseTokenLatencies && tokens?.Counts.LongCount(count => count <= 1) is > 0 and var tooShort)
        {
            errors.Add(new RunError(Text($"samples of fewer than 2 tokens, which have no TPOT: {tooShort}"), tooShort));
        }

        if (EndedEarly(settings, effective, generated, queryCount, times) is { } why)
        {
            errors.Add(new RunError(why, 1));
        }

        return errors;
    }

    /// <summary>LoadGen looks at these after each query, in this order; how many were in flight is not known from latencies alone.</summary>
    private static string? EndedEarly(ScenarioSettings settings, EffectiveSettings effective, GeneratedQueries? generated, long queryCount, RunTimes times)
    {
        var server = settings.Scenario == LoadScenario.Server;
        var lasted = times.IssuedNs ?? 0;
        if (!server && queryCount >= effective.MinQueryCount && lasted / NanosecondsPerMillisecond >= effective.TargetDurationMs)
        {
            return null;
        }

        return settings.MaxQueryCount is { } mostQueries && queryCount >= mostQueries ? Text($"ended early: the most queries, {mostQueries}, were reached")
            : settings.MaxDurationMs is { } longest && lasted > longest * NanosecondsPerMillisecond ? Text($"ended early: the longest duration, {longest} ms, was reached")
            : !server && queryCount == generated?.Count ? "ended early: every generated query was issued before the least count and duration were reached"
            : null;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
