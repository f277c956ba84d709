using System.Buffers.Binary;
using InferBench.Cli.AddedProviders;
using InferBench.Core.Errors;
using InferBench.Runtime.Providers;

namespace InferBench.Cli.Tests.AddedProviders;

public sealed class ProviderAdditionTests : IDisposable
{
    private static readonly string[] Both =
    [
        $"{OnnxRuntimePackage.NativeFolder}/{PackageScene.Cuda}: provider for cuda",
        $"{OnnxRuntimePackage.NativeFolder}/{PackageScene.TensorRt}: provider for tensorrt",
        $"worker/{OnnxRuntimePackage.NativeFolder}/{PackageScene.Cuda}: provider for cuda",
        $"worker/{OnnxRuntimePackage.NativeFolder}/{PackageScene.TensorRt}: provider for tensorrt",
    ];

    private readonly PackageScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public void Add_FolderOfTheSameRelease_PutsBothBesideProgramAndWorker()
    {
        var added = _scene.Add(_scene.Package);

        Assert.Equal(Both, _scene.Added());
        Assert.Equal([PackageScene.Cuda, PackageScene.Cuda, PackageScene.TensorRt, PackageScene.TensorRt], added.Select(library => library.Library));
        Assert.Equal(AddedLibrary.Copied, added[0].Outcome);
    }

    [Fact]
    public void Add_FolderOfTheLibrariesThemselves_IsTakenToo()
    {
        _scene.Add(Path.GetDirectoryName(PackageScene.Native(_scene.Package, PackageScene.Cuda))!);

        Assert.Equal(Both, _scene.Added());
    }

    [Fact]
    public void Add_PackageFile_PutsBothBesideProgramAndWorker()
    {
        _scene.Add(_scene.Pack());

        Assert.Equal(Both, _scene.Added());
    }

    [Fact]
    public void Add_OnceMore_SaysThatTheyAreThere()
    {
        _scene.Add(_scene.Package);

        var added = _scene.Add(_scene.Pack());

        Assert.All(added, library => Assert.Equal(AddedLibrary.There, library.Outcome));
        Assert.Equal(Both, _scene.Added());
    }

    [LinkFact]
    public void Add_LinkToAnotherFileThere_ReplacesTheLinkAndLeavesTheFile()
    {
        var shared = _scene.Write("shared", "somebody else's");
        File.CreateSymbolicLink(PackageScene.Native(_scene.Program, PackageScene.Cuda), shared);

        _scene.Add(_scene.Package);

        Assert.Equal("somebody else's", File.ReadAllText(shared));
        Assert.Equal(Both, _scene.Added());
    }

    [Theory]
    [InlineData("core of some releas2")]
    [InlineData("core of another release")]
    public void Add_CoreOfAnotherRelease_NamesTheOneThatFits(string core)
    {
        _scene.Write(OnnxRuntimePackage.Core, core);

        Assert.EndsWith($"; get {OnnxRuntimePackage.Name} {OnnxRuntimePackage.Release}", Refusal(_scene.Package), StringComparison.Ordinal);
        Assert.Empty(_scene.Added());
    }

    [Fact]
    public void Add_PackageWithoutProviders_NamesTheOneThatHasThem()
    {
        File.Delete(PackageScene.Native(_scene.Package, PackageScene.TensorRt));

        Assert.Contains($"has no {OnnxRuntimePackage.NativeFolder}/{PackageScene.TensorRt}; {OnnxRuntimePackage.Name} ", Refusal(_scene.Package), StringComparison.Ordinal);
        Assert.Empty(_scene.Added());
    }

    [Fact]
    public void Add_NothingThere_SaysSo() =>
        Assert.EndsWith("nowhere: there is no such file or folder", Refusal(Path.Combine(_scene.Package, "nowhere")), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("a text, and no package at all")]
    public void Add_OtherFile_SaysThatItIsNoPackage(string text) =>
        Assert.EndsWith("is not a NuGet package", Refusal(_scene.Write("other.nupkg", text)), StringComparison.Ordinal);

    [Fact]
    public void Add_ContentUnlikeTheDeclaredSize_SaysThatItIsDamagedAndLeavesNothing()
    {
        var package = _scene.Pack();
        var bytes = File.ReadAllBytes(package);
        var declared = bytes.AsSpan(DirectoryEntry(bytes, PackageScene.Cuda) + 24);
        BinaryPrimitives.WriteUInt32LittleEndian(declared, BinaryPrimitives.ReadUInt32LittleEndian(declared) + 1);
        File.WriteAllBytes(package, bytes);

        Assert.EndsWith($"{PackageScene.Cuda}: is damaged; get the package once more", Refusal(package), StringComparison.Ordinal);
        Assert.Empty(_scene.Added());
    }

    [Fact]
    public void Add_DeclaredSizeOfAGiantLibrary_IsRefusedBeforeItIsRead()
    {
        var package = _scene.Pack();
        var bytes = File.ReadAllBytes(package);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(DirectoryEntry(bytes, PackageScene.Cuda) + 24), 0xFFFF_FFF0);
        File.WriteAllBytes(package, bytes);

        Assert.EndsWith("is said to have 4095 MiB; no provider has over 1024 MiB", Refusal(package), StringComparison.Ordinal);
        Assert.Empty(_scene.Added());
    }

    [Fact]
    public void Add_DirectoryOfManyEntries_IsRefusedBeforeItIsRead()
    {
        var package = _scene.Pack();
        var bytes = File.ReadAllBytes(package).ToList();
        bytes.InsertRange(bytes.Count - 22, new byte[ZipDirectory.MostBytes]);
        File.WriteAllBytes(package, [.. bytes]);

        Assert.EndsWith("its directory is larger than 4 MiB", Refusal(package), StringComparison.Ordinal);
    }

    [Fact]
    public void Add_FolderThatCannotBeWritten_SaysWhichInOneLineAndChangesNothing()
    {
        // What stands in the way of a full disk and of rights, which tests that run as root cannot lack.
        Directory.CreateDirectory($"{PackageScene.Native(_scene.Program, PackageScene.Cuda)}.partial");

        var problem = Assert.Throws<IOException>(() => _scene.Add(_scene.Package));

        Assert.Contains($"{PackageScene.Cuda} cannot be put there: ", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem.Message);
        Assert.Empty(_scene.Added());
    }

    [Fact]
    public void Add_Stopped_LeavesNothing()
    {
        Assert.ThrowsAny<OperationCanceledException>(() => _scene.Add(_scene.Package, new CancellationToken(canceled: true)));

        Assert.Empty(_scene.Added());
    }

    [Fact]
    public void Add_ProgramWithoutACore_SaysSo()
    {
        File.Delete(PackageScene.Native(_scene.Worker, OnnxRuntimePackage.Core));

        Assert.EndsWith($"there is no {OnnxRuntimePackage.Core} in it; install the program once more", Refusal(_scene.Package), StringComparison.Ordinal);
    }

    private string Refusal(string package) => Assert.Throws<BadInputException>(() => _scene.Add(package)).Message;

    /// <summary>Where the directory's entry of a library begins; its name is 46 bytes behind that.</summary>
    private static int DirectoryEntry(byte[] archive, string library) =>
        archive.AsSpan().LastIndexOf(System.Text.Encoding.ASCII.GetBytes($"{OnnxRuntimePackage.NativeFolder}/{library}")) - 46;
}
