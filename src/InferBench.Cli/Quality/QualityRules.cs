using System.Globalization;
using InferBench.Cli.Preparation;
using InferBench.Core.Errors;
using InferBench.Runtime.Providers;

namespace InferBench.Cli.Quality;

/// <summary>Finds what is wrong with a request before a model is built or loaded.</summary>
internal static class QualityRules
{
    private const int MostThreads = 1_024;

    /// <exception cref="BadInputException">One line for each problem, or the provider cannot run here.</exception>
    public static void Require(QualityRequest request)
    {
        ExecutionProviders.RequireKnown(request.Provider);
        List<string> problems =
        [
            .. Text(request),
            .. Within("--max-tokens", request.MaxTokens, int.MaxValue),
            .. Within("--greedy", request.GreedyTokens, int.MaxValue),
            .. Within("--threads", request.Threads, MostThreads),
        ];
        if (request is { Reference: null, GreedyTokens: not null })
        {
            problems.Add("--greedy compares two continuations; name the other model with --reference");
        }

        if (problems.Count > 0)
        {
            throw BadInputException.Of(problems);
        }

        if (ProviderProbe.Probe(request.Provider).Problem is { } missing)
        {
            throw new BadInputException(missing);
        }
    }

    /// <summary>What can be said only once the models are known.</summary>
    /// <exception cref="BadInputException">One line for each problem.</exception>
    public static void Require(QualityRequest request, PreparedModel model, PreparedModel? reference)
    {
        List<string> problems =
        [
            .. Check(reference is null || reference.IsDecoder == model.IsDecoder, $"{model.Model.Name} and {reference?.Model.Name}: one is a decoder and the other is not; they cannot be compared"),
            .. Check(
                model.IsDecoder || reference is not null || request.Text is not null, $"{model.Model.Name} is no decoder: its outputs can only be compared with another model's; name it with --reference"),
            .. Check(
                model.IsDecoder || request is { Text: null, MaxTokens: null, GreedyTokens: null },
                $"{model.Model.Name} is no decoder: it is compared on inputs, not on text; leave out --text, --max-tokens and --greedy"),
            .. Check(
                !model.IsDecoder || request is { Inputs: null or [], Dims: null or [] },
                $"{model.Model.Name} is a decoder: it is scored on text; leave out --input and --dim"),
        ];
        if (problems.Count > 0)
        {
            throw BadInputException.Of(problems);
        }
    }

    private static IEnumerable<string> Check(bool holds, string problem) => holds ? [] : [problem];

    private static IEnumerable<string> Text(QualityRequest request)
    {
        if (request.Text is null)
        {
            return request.Reference is null ? ["there is nothing to score: give --text FILE, or a --reference, whose own sampled text is then scored"] : [];
        }

        if (!File.Exists(request.Text))
        {
            return [$"--text: {request.Text}: there is no such file"];
        }

        return from named in (IEnumerable<string?>)[request.Model, request.Reference]
               where named is not null && SyntheticName.Parse(named) is not null
               select $"--text: {named} is synthetic and has no tokenizer; without --text the reference's own sampled text is scored";
    }

    private static IEnumerable<string> Within(string option, int? value, int most) =>
        value is < 1 || value > most
            ? [string.Create(CultureInfo.InvariantCulture, $"{option} {value} is out of range; use {(most == int.MaxValue ? "1 or more" : $"1 to {most}")}")]
            : [];
}
