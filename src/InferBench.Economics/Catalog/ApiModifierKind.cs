namespace InferBench.Economics.Catalog;

/// <summary>What a modifier of an API's prices is for.</summary>
public enum ApiModifierKind
{
    /// <summary>Answers within a day.</summary>
    Batch,

    /// <summary>Answers when there is room.</summary>
    Flex,

    /// <summary>Faster answers.</summary>
    Fast,

    /// <summary>Kept to a region.</summary>
    Regional,

    /// <summary>Input tokens written to the prompt cache for five minutes.</summary>
    CacheWrite,

    /// <summary>Input tokens written to the prompt cache for an hour.</summary>
    CacheWriteHour,
}
