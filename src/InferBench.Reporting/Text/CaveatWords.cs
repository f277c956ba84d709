using InferBench.Economics.BreakEven;

namespace InferBench.Reporting.Text;

/// <summary>Caveats of a comparison with an API: a few words for a table, and a line that says what they mean.</summary>
public static class CaveatWords
{
    public static string Short(Caveat caveat) => caveat switch
    {
        Caveat.OtherModel => "other model",
        Caveat.OtherTokenizer => "other tokenizer",
        Caveat.RandomWeights => "random weights",
        Caveat.TargetMissed => "target missed",
        Caveat.SuspectCell => "suspect cell",
        Caveat.UnmeasuredRatio => "ratio not measured",
        Caveat.Stale => "stale price",
        Caveat.TooOld => "price too old",
        Caveat.Announced => "announced only",
        Caveat.Expired => "expired",
        Caveat.LowConfidence => "weak source",
        Caveat.Recalled => "no source",
        Caveat.CachePriceUnknown => "cache price unknown",
        Caveat.SomeHours => "some hours only",
        _ => caveat.ToString(),
    };

    public static string Explain(Caveat caveat) => caveat switch
    {
        Caveat.OtherModel => "the API serves other weights; that they do the same work has to be shown by an evaluation",
        Caveat.OtherTokenizer => "the same text has another number of tokens there; compare by characters or by task where it matters",
        Caveat.RandomWeights => "the measured model has random weights: this compares the economics of speed, not models",
        Caveat.TargetMissed => "the measured cell is slower than was asked for",
        Caveat.SuspectCell => "the measured cell is suspect; 'inferbench verify' and the report give the reasons",
        Caveat.UnmeasuredRatio => "prefill time was taken in proportion to the input's length, which nobody measured",
        Caveat.Stale => "the price was last seen more than 90 days before that day",
        Caveat.TooOld => "the price was last seen more than a year before that day, or at no known time; no verdict is drawn from it",
        Caveat.Announced => "the price was announced and not yet seen in force; such prices have been cancelled",
        Caveat.Expired => "the price does not hold on that day",
        Caveat.LowConfidence => "the price comes from a weak source",
        Caveat.Recalled => "the price is from memory; no source was found",
        Caveat.CachePriceUnknown => "cached input is charged in full there, as no price for it is known",
        Caveat.SomeHours => "the price holds for some hours of the week only",
        _ => caveat.ToString(),
    };
}
