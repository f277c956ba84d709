namespace InferBench.Tests;

/// <summary>Cases on a real model from outside the repository; skipped, by name, where that model is missing.</summary>
public sealed class NeedsModelsTheoryAttribute : TheoryAttribute
{
    public NeedsModelsTheoryAttribute(string relative)
    {
        if (TestModels.Folder is null || !Path.Exists(TestModels.Path(relative)))
        {
            Skip = $"needs {relative} (set INFERBENCH_TEST_MODELS)";
        }
    }
}
