namespace InferBench.Models.Hub;

/// <summary>The <c>Link</c> header (RFC 8288), by which the hub names the next page: <c>&lt;address&gt;; rel="next"</c>.</summary>
internal static class LinkHeader
{
    public static Uri? Next(string? header, Uri page)
    {
        foreach (var link in (header ?? "").Split(','))
        {
            var (start, end) = (link.IndexOf('<', StringComparison.Ordinal), link.IndexOf('>', StringComparison.Ordinal));
            if (start >= 0 && end > start && IsNext(link[(end + 1)..]) && Uri.TryCreate(page, link[(start + 1)..end], out var next))
            {
                return next;
            }
        }

        return null;
    }

    private static bool IsNext(string parameters) =>
        parameters.Split(';', StringSplitOptions.TrimEntries).Any(p => p is "rel=\"next\"" or "rel=next");
}
