namespace InferBench.Economics.BreakEven;

/// <summary>Why a comparison with an API is not like for like, or not to be relied upon.</summary>
public enum Caveat
{
    /// <summary>Its weights are other ones: whether it does the same work has to be shown by an evaluation.</summary>
    OtherModel,

    /// <summary>Its tokenizer is another one, so that the same text has another number of tokens.</summary>
    OtherTokenizer,

    /// <summary>The run's weights are random: it says what tokens of a model of these dimensions cost, and nothing about their worth.</summary>
    RandomWeights,

    /// <summary>The measured cell is slower than was asked for.</summary>
    TargetMissed,

    /// <summary>The measured cell is suspect.</summary>
    SuspectCell,

    /// <summary>The ratio of input to output is not the measured one.</summary>
    UnmeasuredRatio,

    /// <summary>The price was last seen more than 90 days before.</summary>
    Stale,

    /// <summary>The price was last seen more than a year before, or nobody knows when: no verdict is drawn from it.</summary>
    TooOld,

    /// <summary>The price was announced and not seen in force; such prices have been cancelled.</summary>
    Announced,

    /// <summary>The price no longer holds on the day.</summary>
    Expired,

    /// <summary>The price's source is weak.</summary>
    LowConfidence,

    /// <summary>The price is from memory, without a source.</summary>
    Recalled,

    /// <summary>Nobody knows what cached input costs there; it is charged in full.</summary>
    CachePriceUnknown,

    /// <summary>The price holds for some hours of the week only.</summary>
    SomeHours,
}
