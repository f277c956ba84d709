namespace InferBench.Core.Comparison;

/// <summary>What is compared of a cell.</summary>
public enum ComparedMetric
{
    /// <summary>Output tokens or items per second. Tested.</summary>
    Rate,

    /// <summary>Mean time to first token; decoders only. Tested.</summary>
    Ttft,

    /// <summary>Mean time for each further token; decoders that generate more than one. Tested.</summary>
    Tpot,

    /// <summary>Mean time from request to last token, or a one-shot model's latency. Shown only: it is the rate's other face, and a second test of it would be the same test.</summary>
    E2e,

    /// <summary>US dollars per million output tokens or items, at each side's own price. Shown only: it follows from the rate.</summary>
    UsdPerMillion,

    /// <summary>Joules for each token or item. Shown only: a sensor has no interval within a launch.</summary>
    Joules,
}
