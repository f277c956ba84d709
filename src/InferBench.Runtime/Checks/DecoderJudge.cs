using System.Globalization;

namespace InferBench.Runtime.Checks;

/// <summary>Turns what was seen into sentences. A problem that many layers share is told once, for the first of them.</summary>
internal static class DecoderJudge
{
    /// <summary>The same arithmetic in another order.</summary>
    private const double ExactCosine = 0.999;

    /// <summary>Dynamic quantization scales activations over all the tokens of a pass, so that one pass and many differ by design.</summary>
    private const double QuantizedCosine = 0.98;

    public static IReadOnlyList<string> Judge(DecoderObservation seen, bool quantized, int vocabulary, int? configVocabulary)
    {
        var problems = new List<string>();
        if (configVocabulary is { } config && config != vocabulary)
        {
            problems.Add(Text($"vocabulary: logits have {vocabulary} entries, the configuration beside the model says vocab_size {config}"));
        }

        if (seen.Failure is not null)
        {
            problems.Add($"a generation fails: {seen.Failure}");
        }

        JudgeShapes(seen.Shapes, problems);
        JudgeSlots(seen.Slots, problems);
        if (seen.States.FirstOrDefault(s => !s.Changed) is { } frozen)
        {
            problems.Add(Text($"{frozen.Output} is the same {After(frozen.Step)} as before it: the state is not updated"));
        }

        if (seen.Agreement is { } agreement)
        {
            JudgeAgreement(agreement, quantized ? QuantizedCosine : ExactCosine, problems);
        }

        return problems;
    }

    private static void JudgeShapes(IReadOnlyList<ObservedShape> shapes, List<string> problems)
    {
        if (shapes.FirstOrDefault(s => !s.Actual.SequenceEqual(s.Expected)) is { } lie)
        {
            problems.Add(Text($"{lie.Output} is {Dims(lie.Actual)} {After(lie.Step)}, where {Dims(lie.Expected)} is promised"));
        }
    }

    private static void JudgeSlots(IReadOnlyList<ObservedSlots> slots, List<string> problems)
    {
        if (slots.FirstOrDefault(s => !s.WroteItsOwn) is { } idle)
        {
            problems.Add(Text($"{idle.Output} is not written {After(idle.Step)}: the cache does not grow"));
        }

        if (slots.FirstOrDefault(s => !s.KeptEarlier) is { } overwritten)
        {
            problems.Add(Text($"{overwritten.Output} loses earlier positions {After(overwritten.Step)}"));
        }

        if (slots.FirstOrDefault(s => !s.KeptLater) is { } beyond)
        {
            problems.Add(Text($"{beyond.Output} is written beyond its last position {After(beyond.Step)}"));
        }
    }

    private static void JudgeAgreement(LogitsAgreement agreement, double needed, List<string> problems)
    {
        if (!agreement.Finite)
        {
            problems.Add("logits are not finite");
        }
        else if (!(agreement.Cosine >= needed))
        {
            problems.Add(Text(
                $"token by token gives other logits than one pass over the same tokens: cosine {agreement.Cosine:0.0000}, where {needed} is needed; the cache is not used as it should"));
        }
    }

    private static string After(int step) => step == 0 ? "after the prefill" : Text($"after step {step}");

    private static string Dims(IReadOnlyList<long> dims) => "[" + string.Join(", ", dims.Select(d => d.ToString(CultureInfo.InvariantCulture))) + "]";

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
