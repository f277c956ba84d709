using System.Globalization;
using System.Net;

namespace InferBench.Models.Hub;

/// <summary>What an answer without content means for the person. The server's own words are not repeated: they are untrusted.</summary>
internal static class HubErrors
{
    /// <param name="what">The repository and, where one was asked for, the file.</param>
    public static HubException Of(HubResponse answer, HubRepo repo, string what, HubSettings settings)
    {
        var status = answer.Message.StatusCode;
        var code = HubHeaders.Value(answer.Message, "X-Error-Code");
        return status switch
        {
            // A link to the bytes has run out: the next attempt begins at the hub and gets a new one.
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound when !answer.IsFromHub =>
                new HubTransientException(Text($"{what}: the server with the content answered {(int)status}; run the same command again")),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new HubException(Refused(what, code, settings)),
            HttpStatusCode.NotFound when code == "RevisionNotFound" =>
                new HubException($"{repo.Name}: there is no revision \"{repo.Revision}\"; name a branch, a tag or a commit after @"),
            HttpStatusCode.NotFound when code == "EntryNotFound" => new HubException($"{what}: there is no such file at {repo.Revision}; see --list"),
            HttpStatusCode.NotFound => new HubException($"{what}: there is no such repository; check the name"),
            HttpStatusCode.TooManyRequests => RateLimited(answer.Message, what, settings),
            HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError =>
                new HubTransientException(Text($"{what}: the server answered {(int)status}; try again later"), Wait(answer.Message, settings.Time)),
            _ => new HubException(Text($"{what}: the server answered {(int)status}; check the name and HF_ENDPOINT")),
        };
    }

    private static string Refused(string what, string? code, HubSettings settings) => (code, settings.Token) switch
    {
        ("GatedRepo", null) => $"{what}: is gated; accept its terms on the hub's page, then set HF_TOKEN to a token of that account",
        ("GatedRepo", _) => $"{what}: is gated, and the account of the token may not read it; accept its terms on the hub's page",
        (_, null) => $"{what}: is gated or private, or does not exist; check the name, then set HF_TOKEN to a token that may read it",
        _ => $"{what}: is gated or private, or does not exist; the token in use may not read it (check the name and HF_TOKEN)",
    };

    private static HubTransientException RateLimited(HttpResponseMessage answer, string what, HubSettings settings)
    {
        var wait = Wait(answer, settings.Time);
        var mend = settings.Token is null ? " (with HF_TOKEN set, the limit is higher)" : "";
        return wait is { } known
            ? new HubTransientException(Text($"{what}: rate limited, wait {Math.Ceiling(known.TotalSeconds)} s and run the same command again{mend}"), known)
            : new HubTransientException($"{what}: rate limited, wait a few minutes and run the same command again{mend}");
    }

    /// <summary>From <c>Retry-After</c>, or from the hub's own <c>RateLimit: "api";r=0;t=55</c>, whose t is the seconds until the window ends.</summary>
    private static TimeSpan? Wait(HttpResponseMessage answer, TimeProvider time)
    {
        var after = answer.Headers.RetryAfter;
        var wait = after?.Delta ?? after?.Date - time.GetUtcNow() ?? FromRateLimit(HubHeaders.Value(answer, "RateLimit"));
        return wait is { } known ? known < TimeSpan.Zero ? TimeSpan.Zero : known : null;
    }

    private static TimeSpan? FromRateLimit(string? header)
    {
        var seconds = header?.Split(';', StringSplitOptions.TrimEntries).FirstOrDefault(part => part.StartsWith("t=", StringComparison.Ordinal));
        return seconds is not null && int.TryParse(seconds.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? TimeSpan.FromSeconds(value)
            : null;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
