using System.Globalization;

namespace InferBench.Models.Hub;

/// <summary>What the hub itself says of a file on the way to where the bytes are.</summary>
/// <param name="Commit"><c>X-Repo-Commit</c>.</param>
/// <param name="LinkedETag"><c>X-Linked-Etag</c>: of the file, where the bytes come from elsewhere.</param>
/// <param name="LinkedBytes"><c>X-Linked-Size</c>.</param>
internal sealed record HubHeaders(string? Commit, string? LinkedETag, long? LinkedBytes)
{
    public static HubHeaders None { get; } = new(null, null, null);

    /// <summary>With what this answer says as well.</summary>
    public HubHeaders And(HttpResponseMessage response) => new(
        Value(response, "X-Repo-Commit") ?? Commit,
        Value(response, "X-Linked-Etag") is { } tag ? tag.Replace("W/", "", StringComparison.Ordinal).Trim('"') : LinkedETag,
        long.TryParse(Value(response, "X-Linked-Size"), NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes : LinkedBytes);

    public static string? Value(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
