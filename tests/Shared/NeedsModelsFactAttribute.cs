namespace InferBench.Tests;

/// <summary>A test on a real model from outside the repository; skipped, by name, where that model is missing.</summary>
public sealed class NeedsModelsFactAttribute : FactAttribute
{
    public NeedsModelsFactAttribute(string relative)
    {
        if (TestModels.Folder is null || !Path.Exists(TestModels.Path(relative)))
        {
            Skip = $"needs {relative} (set INFERBENCH_TEST_MODELS)";
        }
    }
}
