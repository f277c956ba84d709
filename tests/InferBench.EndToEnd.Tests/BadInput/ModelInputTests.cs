using InferBench.EndToEnd.Tests.Processes;
using InferBench.Tests;

namespace InferBench.EndToEnd.Tests.BadInput;

public sealed class ModelInputTests
{
    [Fact]
    public void Run_ModelIsMissing_SaysWhichModelsThereAre()
    {
        using var person = new Inferbench();

        person.Run(Sweep.Of("llama-7b")).Complains("model 'llama-7b' is neither a file or folder nor a synthetic model; those are llama-tiny");

        Assert.Empty(person.Runs);
    }

    [Theory]
    [InlineData("is empty", "")]
    [InlineData("is not in the ONNX format, or is damaged", "\u0008\u0009and then something else")]
    [InlineData("is a Git LFS pointer", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n")]
    [InlineData("is a web page", "<!doctype html><title>404</title>")]
    [InlineData("is a ZIP archive", "PK\u0003\u0004")]
    [InlineData("is a GGUF file, llama.cpp's format, and not ONNX", "GGUF\u0003\u0000\u0000\u0000")]
    public void Run_FileIsNoModel_SaysWhatItIs(string problem, string content)
    {
        using var person = new Inferbench();
        person.Write("model.onnx", content);

        person.Run(Sweep.Of("model.onnx")).Complains($"model.onnx: {problem}");

        Assert.Empty(person.Runs);
    }

    [NeedsModelsFact("odd/winml/corrupt-model.onnx")]
    public void Run_CorruptModel_NamesIt() => Refuses("odd/winml/corrupt-model.onnx", "corrupt-model.onnx: is not in the ONNX format, or is damaged");

    [NeedsModelsFact("odd/lfs-pointer/cls.onnx")]
    public void Run_GitLfsPointer_SaysHowToFetchIt() => Refuses("odd/lfs-pointer/cls.onnx", "cls.onnx: is a Git LFS pointer, not the model itself: fetch it with \"git lfs pull\"");

    [Fact]
    public void Run_PromptIdOutsideTheVocabulary_NamesTheIdsThatAreKnown()
    {
        using var person = new Inferbench();

        person.Run("run", "--model", "llama-tiny", "--prompt-ids", "1,256", "--gen", "8").Complains("prompt id 256: llama-tiny knows ids 0 to 255");

        Assert.Empty(person.Runs);
    }

    [Fact]
    public void Run_TheSameModelTwice_IsMeasuredOnce()
    {
        using var person = new Inferbench();

        var run = person.Run(["run", "--model", "llama-tiny,llama-tiny", "--precision", "int8,int8-dyn-chan", "--batch", "1", "--prompt", "8", "--gen", "8", "--dry-run"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("1 cell,", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_DimensionsOfAModelFile_AreItsOwn()
    {
        using var person = new Inferbench();
        var model = BuiltModel.In(person);

        person.Run(Sweep.Of(model, "--layers", "1")).Complains("dimensions can be changed for synthetic models only");
    }

    [Fact]
    public void Run_PrecisionOfAModelFileThatIsNotFp32_IsItsOwn()
    {
        using var person = new Inferbench();
        var model = BuiltModel.In(person, "int4");

        person.Run(Sweep.Of(model, "--precision", "int8")).Complains("weights; leave precision out to run it as it is");
    }

    [NoCudaFact]
    public void Run_CudaWithoutALibrary_NamesTheLibraryAndTheMend()
    {
        using var person = new Inferbench();

        person.Run(Sweep.Tiny("--provider", "cuda")).Complains("cannot be loaded; install");

        Assert.Empty(person.Runs);
    }

    [NoCudaFact]
    public void Run_TensorRtWithoutALibrary_NamesItAndTheMend()
    {
        using var person = new Inferbench();

        person.Run(Sweep.Tiny("--provider", "tensorrt")).Complains("provider tensorrt: lib");

        Assert.Empty(person.Runs);
    }

    private static void Refuses(string model, string problem)
    {
        using var person = new Inferbench();

        person.Run(Sweep.Of(TestModels.Path(model))).Complains(problem);

        Assert.Empty(person.Runs);
    }
}
