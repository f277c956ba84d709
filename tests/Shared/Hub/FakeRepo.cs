using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace InferBench.Tests.Hub;

/// <summary>A repository as the hub shows it: its commit, its list of files in pages, and its files, the large ones by a redirect.</summary>
internal sealed class FakeRepo
{
    public const string Name = "org/tiny-ONNX";
    public const string Commit = "0123456789abcdef0123456789abcdef01234567";

    private readonly Dictionary<string, (byte[] Content, bool IsLarge)> _files = new(StringComparer.Ordinal);

    /// <summary>Where the content of large files is; null for here.</summary>
    public Uri? Content { get; set; }

    public int PageSize { get; set; } = 1000;

    public void Add(string path, string text) => _files[path] = (Encoding.UTF8.GetBytes(text), false);

    public byte[] AddLarge(string path, int bytes)
    {
        var content = new byte[bytes];
        new Random(bytes).NextBytes(content);
        AddLarge(path, content);
        return content;
    }

    public void AddLarge(string path, byte[] content) => _files[path] = (content, true);

    public static string GitSha1(byte[] content) =>
        Convert.ToHexStringLower(SHA1.HashData([.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"blob {content.Length}\0")), .. content]));

    public static string Sha256(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    public FakeReply Answer(FakeRequest request)
    {
        var path = request.Path;
        return path.StartsWith($"/api/models/{Name}/revision/", StringComparison.Ordinal) ? FakeReply.Json($$"""{"id":"{{Name}}","sha":"{{Commit}}","siblings":[]}""")
            : path == $"/api/models/{Name}/tree/{Commit}" ? Tree(request)
            : path.StartsWith($"/{Name}/resolve/{Commit}/", StringComparison.Ordinal) ? Resolve(request, path[$"/{Name}/resolve/{Commit}/".Length..])
            : FakeReply.Error(404, "RepoNotFound");
    }

    /// <summary>What the other host gives, where the large files are.</summary>
    public FakeReply AnswerContent(FakeRequest request) => Ranged(request, _files[request.Path.TrimStart('/')].Content);

    private FakeReply Resolve(FakeRequest request, string path)
    {
        if (!_files.TryGetValue(path, out var file))
        {
            return FakeReply.Error(404, "EntryNotFound");
        }

        var size = file.Content.Length.ToString(CultureInfo.InvariantCulture);
        return file.IsLarge && Content is not null
            ? FakeReply.Redirect(
                new Uri(Content, path).ToString(),
                ("X-Repo-Commit", Commit), ("X-Linked-Etag", $"\"{Sha256(file.Content)}\""), ("X-Linked-Size", size))
            : Ranged(request, file.Content);
    }

    private static FakeReply Ranged(FakeRequest request, byte[] content)
    {
        if (request.Header("Range") is not { } range)
        {
            return new FakeReply(200, content, ("X-Repo-Commit", Commit));
        }

        var from = int.Parse(range["bytes=".Length..].TrimEnd('-'), CultureInfo.InvariantCulture);
        return from < content.Length
            ? new FakeReply(206, content[from..], ("Content-Range", string.Create(CultureInfo.InvariantCulture, $"bytes {from}-{content.Length - 1}/{content.Length}")))
            : FakeReply.Error(416);
    }

    private FakeReply Tree(FakeRequest request)
    {
        var skip = request.Query.Split("cursor=") is [_, var cursor] ? int.Parse(cursor, CultureInfo.InvariantCulture) : 0;
        var page = _files.OrderBy(f => f.Key, StringComparer.Ordinal).Skip(skip).Take(PageSize).Select(f => Entry(f.Key, f.Value.Content, f.Value.IsLarge));
        var json = $"[{string.Join(',', page.Prepend("""{"type":"directory","oid":"x","size":0,"path":"onnx"}"""))}]";
        return skip + PageSize < _files.Count
            ? FakeReply.Json(json, ("Link", string.Create(CultureInfo.InvariantCulture, $"<https://other.example/api/x?recursive=true&cursor={skip + PageSize}>; rel=\"next\"")))
            : FakeReply.Json(json);
    }

    private static string Entry(string path, byte[] content, bool isLarge)
    {
        var (size, name) = (content.Length.ToString(CultureInfo.InvariantCulture), JsonSerializer.Serialize(path));
        return isLarge
            ? $$"""{"type":"file","oid":"{{new string('a', 40)}}","size":{{size}},"path":{{name}},"lfs":{"oid":"{{Sha256(content)}}","size":{{size}},"pointerSize":134} }"""
            : $$"""{"type":"file","oid":"{{GitSha1(content)}}","size":{{size}},"path":{{name}} }""";
    }
}
