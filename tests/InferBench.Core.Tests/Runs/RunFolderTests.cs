using System.Text.Json;
using InferBench.Core.Errors;
using InferBench.Core.Json;
using InferBench.Core.Runs;
using InferBench.Tests;

namespace InferBench.Core.Tests.Runs;

public sealed class RunFolderTests
{
    [Fact]
    public void Create_HostileModelName_StaysInsideTheResultsFolder()
    {
        using var temp = new TempFolder();

        var folder = RunFolder.Create(temp.Path, "../../<script>\0 кот", Fabricated.At);

        Assert.Equal(temp.Path, Path.GetDirectoryName(folder.Path));
        Assert.Matches("^20261120-100000-[a-z0-9.-]+$", folder.Id);
    }

    [Fact]
    public void Create_TwiceInOneSecond_GivesTwoFolders()
    {
        using var temp = new TempFolder();

        Assert.NotEqual(RunFolder.Create(temp.Path, "m", Fabricated.At).Path, RunFolder.Create(temp.Path, "m", Fabricated.At).Path);
    }

    [Fact]
    public void Create_ResultsIsAFile_SaysWhatToDo()
    {
        using var temp = new TempFolder();
        var file = temp.Write("results", "");

        Assert.Contains("--results", Assert.Throws<BadInputException>(() => RunFolder.Create(file, "m", Fabricated.At)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lock_HeldByAnother_IsRefused()
    {
        using var temp = new TempFolder();
        var folder = RunFolder.Create(temp.Path, "m", Fabricated.At);
        using var held = folder.Lock();

        Assert.Throws<BadInputException>(folder.Lock);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ru-RU")]
    public void WriteDocument_AnyCulture_RoundTrips(string culture)
    {
        using var scope = new CultureScope(culture);
        using var temp = new TempFolder();
        var folder = RunFolder.Create(temp.Path, "m", Fabricated.At);
        var document = RunDocumentBuilder.Build([Fabricated.Start("a", "b"), Fabricated.Measured("a")]);

        folder.WriteDocument(document);

        var text = File.ReadAllText(folder.Document);
        var read = JsonSerializer.Deserialize(text, CoreJson.Default.RunDocument)!;
        Assert.Equal(text.TrimEnd(), JsonSerializer.Serialize(read, new JsonSerializerOptions(CoreJson.Default.Options) { WriteIndented = true, NewLine = "\n" }));
        Assert.Contains("\"status\": \"pending\"", text, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.Document + ".partial"));
    }
}
