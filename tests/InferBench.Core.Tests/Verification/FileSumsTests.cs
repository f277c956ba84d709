using InferBench.Core.Errors;
using InferBench.Core.Verification;
using InferBench.Tests;

namespace InferBench.Core.Tests.Verification;

public sealed class FileSumsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public FileSumsTests()
    {
        _folder.Write("run.json", "{}");
        _folder.Write("charts/cost.svg", "<svg/>");
        _folder.Write(".lock", "");
        FileSums.Write(_folder.Path);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Write_AFolder_IsTheFormOfSha256sum() => Assert.Equal(
        "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a  run.json",
        File.ReadAllLines(_folder.File(FileSums.FileName))[1]);

    [Fact]
    public void Check_NothingChanged_FindsNothing() => Assert.Equal([], FileSums.Check(_folder.Path)!);

    [Fact]
    public void Check_ChangedAddedAndMissing_NamesEach()
    {
        _folder.Write("run.json", "{ }");
        _folder.Write("extra.txt", "");
        File.Delete(_folder.File("charts/cost.svg"));

        Assert.Equal(
            [
                "charts/cost.svg: is in SHA256SUMS and not in the folder",
                "run.json: was changed since SHA256SUMS was written",
                "extra.txt: is in the folder and not in SHA256SUMS",
            ],
            FileSums.Check(_folder.Path)!);
    }

    [Fact]
    public void Check_ASumThatLeadsOut_IsNotOpened()
    {
        _folder.Write(FileSums.FileName, $"{new string('a', 64)}  ../outside\n");

        Assert.Contains("../outside: is in SHA256SUMS and not in the folder", FileSums.Check(_folder.Path)!);
    }

    [Fact]
    public void Check_NoSums_IsUnknown()
    {
        File.Delete(_folder.File(FileSums.FileName));

        Assert.Null(FileSums.Check(_folder.Path));
    }

    [Fact]
    public void Check_SomethingElse_IsRefused()
    {
        _folder.Write(FileSums.FileName, "hello\n");

        Assert.Throws<BadInputException>(() => FileSums.Check(_folder.Path));
    }

    [Fact]
    public void Update_SomeFiles_LeavesTheSumsOfAllOthersAsTheyWere()
    {
        var names = File.ReadAllLines(_folder.File(FileSums.FileName)).Select(line => line[66..]).ToList();
        var (rendered, changed) = (_folder.File(names[0]), _folder.File(names[1]));
        File.AppendAllText(rendered, "again");
        File.AppendAllText(changed, "by somebody");
        var added = _folder.Write("added.md", "new");

        FileSums.Update(_folder.Path, [rendered, added]);

        Assert.Equal([$"{names[1]}: was changed since SHA256SUMS was written"], FileSums.Check(_folder.Path)!);
    }

    [Fact]
    public void Update_AFolderWithoutSums_WritesNone()
    {
        File.Delete(_folder.File(FileSums.FileName));

        FileSums.Update(_folder.Path, []);

        Assert.Null(FileSums.Check(_folder.Path));
    }
}
