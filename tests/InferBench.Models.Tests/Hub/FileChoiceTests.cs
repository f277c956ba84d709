using InferBench.Models.Hub;

namespace InferBench.Models.Tests.Hub;

public sealed class FileChoiceTests
{
    private static readonly HubRepo Repo = HubRepo.Parse("org/name");

    // As in the repositories of onnx-community: variants in one folder, configuration above.
    private static readonly HubFile[] Variants = Files(
        "README.md", "config.json", "generation_config.json", "merges.txt", "tokenizer.json", "tokenizer_config.json", "vocab.json",
        "special_tokens_map.json", "onnx/model.onnx", "onnx/model.onnx_data", "onnx/model.onnx_data_1", "onnx/model_q4.onnx", "onnx/model_q4.onnx_data");

    // As in Microsoft's repositories: a folder for each device, complete in itself.
    private static readonly HubFile[] Devices = Files(
        "LICENSE", "config.json", "cpu/int4/genai_config.json", "cpu/int4/model.onnx", "cpu/int4/model.onnx.data", "cpu/int4/tokenizer.model",
        "gpu/int4/genai_config.json", "gpu/int4/model.onnx", "gpu/int4/model.onnx.data");

    [Fact]
    public void Of_OneModel_NeedsNoChoice()
    {
        var choice = FileChoice.Of(Repo, Files("config.json", "model.onnx", "model.safetensors"), []);

        Assert.Equal(["config.json", "model.onnx"], Paths(choice));
    }

    [Fact]
    public void Of_SeveralModels_ListsThemWithTheSizeOfTheirData()
    {
        var problem = Assert.Throws<HubException>(() => FileChoice.Of(Repo, Variants, []));

        Assert.Equal(
            ["org/name: has several models, choose with one of:", "  --file onnx/model.onnx  (3.0 kB)", "  --file onnx/model_q4.onnx  (2.0 kB)"],
            problem.Message.Split('\n'));
    }

    [Fact]
    public void Of_NoModel_SaysWhatToLookFor() =>
        Assert.Contains("has no .onnx file", Assert.Throws<HubException>(() => FileChoice.Of(Repo, Files("model.safetensors"), [])).Message, StringComparison.Ordinal);

    [Fact]
    public void Of_Name_TakesItsDataAndWhatRunsIt()
    {
        var choice = FileChoice.Of(Repo, Variants, ["model.onnx"]);

        Assert.Equal(
            [
                "config.json", "generation_config.json", "merges.txt", "onnx/model.onnx", "onnx/model.onnx_data", "onnx/model.onnx_data_1",
                "special_tokens_map.json", "tokenizer.json", "tokenizer_config.json", "vocab.json",
            ],
            Paths(choice));
        Assert.Equal(["onnx/model.onnx"], choice.Models.Select(model => model.Path));
    }

    [Fact]
    public void Of_OtherVariant_LeavesTheDataOfTheFirst() =>
        Assert.Equal(["onnx/model_q4.onnx", "onnx/model_q4.onnx_data"], Paths(FileChoice.Of(Repo, Variants, ["*_q4.onnx"])).Where(IsInFolder));

    [Fact]
    public void Of_PatternWithFolders_StaysInThatFolder()
    {
        var choice = FileChoice.Of(Repo, Devices, ["cpu/*.onnx"]);

        Assert.Equal(
            ["config.json", "cpu/int4/genai_config.json", "cpu/int4/model.onnx", "cpu/int4/model.onnx.data", "cpu/int4/tokenizer.model"], Paths(choice));
    }

    [Fact]
    public void Of_FileThatIsNoModel_IsAllThatIsTaken()
    {
        var choice = FileChoice.Of(Repo, Devices, ["LICENSE"]);

        Assert.Equal(["LICENSE"], Paths(choice));
        Assert.Empty(choice.Models);
    }

    [Fact]
    public void Of_PatternThatMatchesNothing_IsNamed() =>
        Assert.Contains("no file matches \"q8\"", Assert.Throws<HubException>(() => FileChoice.Of(Repo, Variants, ["model.onnx", "q8"])).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("model.onnx.data", true)]
    [InlineData("model.onnx_data", true)]
    [InlineData("model.onnx_data_12", true)]
    [InlineData("model.onnx.data-00001", true)]
    [InlineData("model_data", true)]
    [InlineData("model.data", true)]
    [InlineData("model_dataset.json", false)]
    [InlineData("model_q4.onnx_data", false)]
    [InlineData("other.onnx_data", false)]
    public void Of_FileBesideTheModel_IsItsDataByItsName(string name, bool expected) =>
        Assert.Equal(expected, FileChoice.Of(Repo, Files("model.onnx", name), []).Files.Count == 2);

    [Fact]
    public void Of_UnsafePathThatIsNotChosen_DoesNotMatter() =>
        Assert.Single(FileChoice.Of(Repo, Files("model.onnx", "../evil.txt"), []).Files);

    private static bool IsInFolder(string path) => path.Contains('/', StringComparison.Ordinal);

    private static IEnumerable<string> Paths(FileChoice choice) => choice.Files.Select(file => file.Path);

    private static HubFile[] Files(params string[] paths) => [.. paths.Select(path => new HubFile(path, 1_000, new string('a', 40), null))];
}
