using System.Text.Json;
using InferBench.Models.Hub;

namespace InferBench.Models.Tests.Hub;

public sealed class HubEnvironmentTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_NothingSet_IsTheHubsOwnDefaults()
    {
        var settings = Read();

        Assert.Equal("https://huggingface.co/", settings.Endpoint.ToString());
        Assert.EndsWith(Path.Combine("huggingface", "hub"), settings.CacheFolder, StringComparison.Ordinal);
        Assert.False(settings.Offline);
    }

    [Theory]
    [InlineData("HF_HUB_CACHE", "")]
    [InlineData("HUGGINGFACE_HUB_CACHE", "")]
    [InlineData("HF_HOME", "hub")]
    [InlineData("XDG_CACHE_HOME", "huggingface/hub")]
    public void Read_CacheVariable_LeadsToTheHubsFolder(string variable, string below) =>
        Assert.Equal(Path.GetFullPath(_folder.File(below)).TrimEnd('/'), Read((variable, _folder.Path)).CacheFolder);

    [Theory]
    [InlineData("1", true)]
    [InlineData("true", true)]
    [InlineData("YES", true)]
    [InlineData("0", false)]
    [InlineData("", false)]
    public void Read_OfflineVariable_IsReadAsTheHubsToolsDo(string value, bool expected) => Assert.Equal(expected, Read(("HF_HUB_OFFLINE", value)).Offline);

    [Fact]
    public void Read_TokenInAFile_IsFound()
    {
        _folder.Write("token", "hf_file\n");

        Assert.Equal("hf_file", Read(("HF_HOME", _folder.Path)).Token!.Secret);
        Assert.Equal("hf_file", Read(("HF_TOKEN_PATH", _folder.File("token"))).Token!.Secret);
        Assert.Equal("hf_variable", Read(("HF_HOME", _folder.Path), ("HF_TOKEN", "hf_variable")).Token!.Secret);
    }

    [Fact]
    public void Read_TokenOfTwoLines_IsRefusedWithoutRepeatingIt()
    {
        var problem = Assert.Throws<HubException>(() => Read(("HF_TOKEN", "hf_secret\r\nX-Other: 1")));

        Assert.Contains("HF_TOKEN", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hf_secret", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToString_Token_IsHidden()
    {
        var token = HubToken.Parse("hf_secret", "test");

        Assert.DoesNotContain("hf_secret", $"{token} {JsonSerializer.Serialize(token)}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://hub.example")]
    [InlineData("http://10.0.0.1")]
    public void Read_PlainHttpToAnotherMachine_NeedsInsecure(string endpoint)
    {
        Assert.Contains("--insecure", Assert.Throws<HubException>(() => Read(("HF_ENDPOINT", endpoint))).Message, StringComparison.Ordinal);
        Assert.True(HubEnvironment.Read(_ => null, endpoint, insecure: true).AllowInsecure);
    }

    [Theory]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://localhost:8080/", "http://localhost:8080/")]
    [InlineData("https://mirror.example/hf", "https://mirror.example/hf/")]
    public void Read_Endpoint_IsTaken(string endpoint, string expected) => Assert.Equal(expected, Read(("HF_ENDPOINT", endpoint)).Endpoint.ToString());

    [Theory]
    [InlineData("hub.example")]
    [InlineData("ftp://hub.example")]
    [InlineData("https://user:secret@hub.example")]
    [InlineData("https://hub.example/?a=b")]
    public void Read_BadEndpoint_IsRefused(string endpoint) =>
        Assert.Contains("HF_ENDPOINT", Assert.Throws<HubException>(() => Read(("HF_ENDPOINT", endpoint))).Message, StringComparison.Ordinal);

    // The home of whoever runs the tests has nothing to do with them.
    private HubSettings Read(params (string Name, string Value)[] variables) =>
        HubEnvironment.Read(name => variables.FirstOrDefault(v => v.Name == name).Value ?? (name == "HF_TOKEN_PATH" && !HasHome(variables) ? _folder.File("none") : null));

    private static bool HasHome((string Name, string Value)[] variables) => variables.Any(v => v.Name == "HF_HOME");
}
