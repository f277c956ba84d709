namespace InferBench.Runtime.Execution;

/// <summary>Which output continues which input, by the names that exporters give them.</summary>
public static class StateNames
{
    /// <summary>
    /// The output that an input's next value comes from: present for past (Hugging Face, ONNX Runtime GenAI), stateN and hn for state and h0 (audio models),
    /// or the input's name with a mark such as new_, next_, _out. Element type and rank must be the same. Null where there is none.
    /// </summary>
    public static DeclaredValue? Match(DeclaredValue input, IReadOnlyList<DeclaredValue> outputs) =>
        Candidates(input.Name)
            .Select(name => outputs.FirstOrDefault(o => string.Equals(o.Name, name, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(o => o is not null && Fits(input.Type, o.Type));

    private static IEnumerable<string> Candidates(string input)
    {
        if (input.Contains("past_key_values", StringComparison.Ordinal))
        {
            yield return input.Replace("past_key_values", "present", StringComparison.Ordinal);
        }

        if (input.Contains("past", StringComparison.Ordinal))
        {
            yield return input.Replace("past", "present", StringComparison.Ordinal);
        }

        if (input.EndsWith('0'))
        {
            yield return input[..^1] + "n";
        }

        foreach (var mark in (string[])["N", "_N", "_out", "_output", "_new", "_next", "Out"])
        {
            yield return input + mark;
        }

        foreach (var mark in (string[])["new_", "next_", "out_", "output_"])
        {
            yield return mark + input;
        }

        if (input.EndsWith("_in", StringComparison.Ordinal))
        {
            yield return input[..^"in".Length] + "out";
        }
    }

    private static bool Fits(ValueType input, ValueType output) =>
        input.Kind == ValueKind.Tensor && output.Kind == ValueKind.Tensor && input.ElementType == output.ElementType
        && (input.Dims is null || output.Dims is null || input.Dims.Count == output.Dims.Count);
}
