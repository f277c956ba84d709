namespace InferBench.Models.Tests.Tokenizers;

/// <summary>As <see cref="NeedsModelsFactAttribute"/>, for theories.</summary>
internal sealed class NeedsModelsTheoryAttribute : TheoryAttribute
{
    public NeedsModelsTheoryAttribute(string relative)
    {
        if (TestModels.Folder is null || !Path.Exists(TestModels.Path(relative)))
        {
            Skip = $"needs {relative} (set INFERBENCH_TEST_MODELS)";
        }
    }
}
