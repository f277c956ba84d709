using System.Text;

namespace InferBench.Tests.Hub;

/// <summary>An answer, with the ways in which a server can go wrong.</summary>
internal sealed record FakeReply(int Status, byte[] Body, params (string Name, string Value)[] Headers)
{
    /// <summary>How many bytes of the body are sent before the connection is closed, or falls silent.</summary>
    public int? CutAfter { get; init; }

    public bool FallsSilent { get; init; }

    /// <summary>What is announced, where it is not the body's length.</summary>
    public long? AnnouncedBytes { get; init; }

    /// <summary>The end of the connection is the end of the body.</summary>
    public bool AnnouncesNothing { get; init; }

    public static FakeReply Json(string text, params (string Name, string Value)[] headers) => new(200, Encoding.UTF8.GetBytes(text), headers);

    public static FakeReply Error(int status, string? code = null) => code is null ? new(status, []) : new(status, [], ("X-Error-Code", code));

    public static FakeReply Redirect(string location, params (string Name, string Value)[] headers) => new(302, [], [("Location", location), .. headers]);
}
