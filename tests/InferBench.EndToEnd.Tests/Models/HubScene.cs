using InferBench.EndToEnd.Tests.BadInput;
using InferBench.EndToEnd.Tests.Processes;
using InferBench.Tests.Hub;

namespace InferBench.EndToEnd.Tests.Models;

/// <summary>A hub on this machine with one sound model, and a person whose cache is empty.</summary>
internal sealed class HubScene : IDisposable
{
    private const string DataFile = "onnx/model.onnx.data";
    private readonly FakeRepo _files = new();

    public HubScene()
    {
        Person = new Inferbench().With("HF_ENDPOINT", Hub.Endpoint.ToString());
        foreach (var name in (string[])["HF_HOME", "HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE", "HF_HUB_OFFLINE", "HF_TOKEN", "HF_TOKEN_PATH"])
        {
            Person.With(name, null);
        }

        var model = BuiltModel.In(Person);
        _files.Add("config.json", File.ReadAllText(Path.Combine(model, "config.json")));
        _files.AddLarge("onnx/model.onnx", File.ReadAllBytes(Path.Combine(model, "model.onnx")));
        Data = File.ReadAllBytes(Path.Combine(model, "model.onnx.data"));
        _files.AddLarge(DataFile, Data);
        _files.Content = Content.Endpoint;
        Hub.Answer = _files.Answer;
        Content.Answer = _files.AnswerContent;
    }

    public FakeServer Hub { get; } = new();

    /// <summary>Where the hub sends people for large files.</summary>
    public FakeServer Content { get; } = new();

    public Inferbench Person { get; }

    /// <summary>The model's weights.</summary>
    public byte[] Data { get; }

    private string Cache => Path.Combine(Person.Home, ".cache", "huggingface", "hub", "models--org--tiny-ONNX");

    /// <summary>Bytes of the weights that a command has on disk so far.</summary>
    public long DataOnDisk
    {
        get
        {
            var part = new FileInfo(Path.Combine(Cache, "blobs", $"{FakeRepo.Sha256(Data)}.incomplete"));
            return part.Exists ? part.Length : 0;
        }
    }

    public string PulledData => Path.Combine(Snapshot, "onnx", "model.onnx.data");

    public string Snapshot => Path.Combine(Cache, "snapshots", FakeRepo.Commit);

    public static string[] Pull(params string[] more) => ["models", "pull", FakeRepo.Name, .. more];

    /// <summary>What the weights' requests are answered with from now on; null for what is right.</summary>
    public void AnswerData(Func<FakeReply, FakeReply>? change) => Content.Answer = request =>
    {
        var reply = _files.AnswerContent(request);
        return change is not null && request.Path.TrimStart('/') == DataFile ? change(reply) : reply;
    };

    public IEnumerable<FakeRequest> DataRequests => Content.Requests.Where(request => request.Path.TrimStart('/') == DataFile);

    public void Dispose()
    {
        Hub.Dispose();
        Content.Dispose();
        Person.Dispose();
    }
}
