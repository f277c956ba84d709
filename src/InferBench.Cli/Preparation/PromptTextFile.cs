using System.Security.Cryptography;
using System.Text;
using InferBench.Cli.Quality;
using InferBench.Core.Errors;
using InferBench.Core.Plans;
using InferBench.Models;
using InferBench.Models.Tokenizers;

namespace InferBench.Cli.Preparation;

/// <summary>The text that a run's prompts are cut from.</summary>
/// <param name="Text">Its documents, a line break between them.</param>
/// <param name="Sha256">Hash of the text, a part of every cell's key.</param>
internal sealed record PromptTextFile(string Text, string Sha256)
{
    /// <returns>Null where the plan names none.</returns>
    /// <exception cref="BadInputException">It is not UTF-8 text.</exception>
    public static PromptTextFile? Read(Plan plan)
    {
        if (plan.PromptText is not { } path)
        {
            return null;
        }

        var text = TextFile.Read(path).Joined;
        return new PromptTextFile(text, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }

    /// <summary>The model, knowing how many tokens it makes of the text. Finds out at once whether every prompt length can be cut.</summary>
    /// <exception cref="BadInputException">The model has no tokenizer that can be read, or a prompt is too short for its special tokens.</exception>
    public PreparedModel WithDensity(PreparedModel model, Plan plan, string source)
    {
        try
        {
            var tokenizer = TokenizerReader.Open(model.Path);
            var cutter = new PromptCutter(tokenizer, Text);
            foreach (var tokens in plan.Prompts!)
            {
                cutter.Cut(tokens);
            }

            return model with { Model = model.Model with { TokensPerThousandCharacters = tokenizer.TokensPerThousandCharacters(Text) } };
        }
        catch (ModelException problem)
        {
            throw new BadInputException($"{source}: {model.Model.Name}: {problem.Message}", problem);
        }
    }
}
