namespace InferBench.Tests.Runtime;

/// <summary>Cases on real models from outside the repository; skipped, by name, where that folder is missing.</summary>
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
