using System.Globalization;
using InferBench.Core.Errors;

namespace InferBench.Runtime.Decoding;

/// <summary>One generation's lengths, valid by construction.</summary>
internal readonly record struct WorkloadShape
{
    public WorkloadShape(DecoderLayout layout, int batch, int prompt, int generated)
    {
        var problems = new List<string>();
        RequirePositive("batch", batch, problems);
        RequirePositive("prompt", prompt, problems);
        RequirePositive("gen", generated, problems);
        if (problems.Count == 0 && layout.ContextLength is { } context && (long)prompt + generated > context)
        {
            problems.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"prompt {prompt} + gen {generated} = {(long)prompt + generated} tokens, more than the model's context of {context}; ask for less of either"));
        }

        if (layout.FixedBatch is { } fixedBatch && fixedBatch != batch)
        {
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"batch {batch}: the model takes a batch of {fixedBatch} only"));
        }

        if (problems.Count > 0)
        {
            throw BadInputException.Of(problems);
        }

        (Batch, Prompt, Generated) = (batch, prompt, generated);
    }

    public int Batch { get; }

    public int Prompt { get; }

    public int Generated { get; }

    /// <summary>Positions that the cache holds.</summary>
    public int Length => checked(Prompt + Generated);

    /// <summary>Tokens fed to a step; step 0 is the prefill.</summary>
    public int Fed(int step) => step == 0 ? Prompt : 1;

    /// <summary>Positions in the cache before a step.</summary>
    public int Past(int step) => step == 0 ? 0 : Prompt + step - 1;

    /// <summary>Positions in the cache after a step.</summary>
    public int Total(int step) => Prompt + step;

    private static void RequirePositive(string name, int value, List<string> problems)
    {
        if (value < 1)
        {
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"{name} {value}: at least 1 is needed"));
        }
    }
}
