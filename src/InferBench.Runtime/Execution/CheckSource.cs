using System.Text.Json.Serialization;

namespace InferBench.Runtime.Execution;

/// <summary>What a model was held against.</summary>
public enum CheckSource
{
    /// <summary>A reference file of an independent client.</summary>
    [JsonStringEnumMemberName("reference")]
    Reference,

    /// <summary>The model's own <c>test_data_set_N</c> folders.</summary>
    [JsonStringEnumMemberName("test-data")]
    TestData,

    /// <summary>Nothing: made-up inputs, so only that it runs, repeats and keeps its declared shapes.</summary>
    [JsonStringEnumMemberName("made-up")]
    MadeUp,
}
