using InferBench.Models.Hub;

namespace InferBench.Models.Tests.Hub;

/// <summary>A hub, a second host for its large files, a repository with one model, and an empty cache.</summary>
internal sealed class HubScene : IDisposable
{
    public const string ModelFile = "onnx/model.onnx";

    public static readonly HubRepo Repo = HubRepo.Parse(FakeRepo.Name);

    private readonly TempFolder _folder = new();

    public HubScene()
    {
        Content.Answer = Files.AnswerContent;
        Hub.Answer = Files.Answer;
        Files.Content = Content.Endpoint;
        Files.Add("config.json", """{"model_type":"llama"}""");
        Model = Files.AddLarge(ModelFile, 100_000);
    }

    public FakeServer Hub { get; } = new();

    public FakeServer Content { get; } = new();

    public FakeRepo Files { get; } = new();

    public byte[] Model { get; }

    public InstantTime Time { get; } = new();

    public string Cache => _folder.File("hub");

    public string RepoFolder => Path.Combine(Cache, "models--org--tiny-ONNX");

    public string Blob => Path.Combine(RepoFolder, "blobs", FakeRepo.Sha256(Model));

    public string SnapshotFile(string path) => Path.Combine(RepoFolder, "snapshots", FakeRepo.Commit, path);

    public HubSettings Settings(bool offline = false, string? token = null, TimeSpan? patience = null) => new(Hub.Endpoint, Cache)
    {
        Time = Time,
        Offline = offline,
        Token = token is null ? null : HubToken.Parse(token, "test"),
        Patience = patience ?? TimeSpan.FromSeconds(20),
    };

    public async Task<HubSnapshot> PullAsync(HubSettings? settings = null, params string[] files)
    {
        using var hub = new ModelHub(settings ?? Settings());
        return await hub.PullAsync(Repo, files);
    }

    public async Task<string> ProblemAsync(HubSettings? settings = null, params string[] files) =>
        (await Assert.ThrowsAnyAsync<HubException>(() => PullAsync(settings, files))).Message;

    /// <summary>What an interrupted attempt left.</summary>
    public void LeavePart(ReadOnlySpan<byte> part)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Blob)!);
        File.WriteAllBytes(Blob + ".incomplete", part);
    }

    public void Dispose()
    {
        Hub.Dispose();
        Content.Dispose();
        _folder.Dispose();
    }
}
