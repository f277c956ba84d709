using InferBench.Models.Tokenizers;

namespace InferBench.Models.Tests.Tokenizers;

/// <summary>A theory on test models in builds with Microsoft.ML.Tokenizers (its package, or <c>-p:TokenizersDir=FOLDER</c>).</summary>
internal sealed class NeedsMicrosoftTokenizersTheoryAttribute : TheoryAttribute
{
    public NeedsMicrosoftTokenizersTheoryAttribute(string relative)
    {
        if (!MicrosoftTokenizers.AreHere || TestModels.Folder is null || !Path.Exists(TestModels.Path(relative)))
        {
            Skip = MicrosoftTokenizers.AreHere ? $"needs {relative} (set INFERBENCH_TEST_MODELS)" : "needs a build with Microsoft.ML.Tokenizers";
        }
    }
}
