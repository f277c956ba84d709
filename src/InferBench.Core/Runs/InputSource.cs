namespace InferBench.Core.Runs;

/// <summary>Where the inputs of a one-shot model came from.</summary>
public enum InputSource
{
    /// <summary>The model's own <c>test_data_set_0</c>.</summary>
    TestData,

    /// <summary>Made up from what the model declares: speed is real, output has no meaning.</summary>
    MadeUp,
}
