using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using InferBench.Cli.Terminal;
using InferBench.Core.Errors;
using InferBench.Models.Tokenizers;

namespace InferBench.Cli.Commands;

/// <summary><c>inferbench models tokenize</c>.</summary>
internal static class ModelsTokenizeCommand
{
    private const long LongestText = 64 << 20;

    public static Command Create()
    {
        var path = new Argument<string>("path") { Description = "A tokenizer file, a model's folder, or its .onnx file." };
        var text = new Option<string>("--text") { HelpName = "TEXT", Description = "The text to tokenize." };
        var file = new Option<string>("--file") { HelpName = "FILE", Description = "A file with the text, UTF-8." };
        var json = new Option<bool>("--json") { Description = "Print the ids and counts as JSON." };
        var command = new Command("tokenize", "Turns text into a model's token ids and counts them.") { path, text, file, json };
        command.SetAction(parsed =>
        {
            var source = Read(parsed.GetValue(text), parsed.GetValue(file));
            var tokenization = Tokenization.Of(TokenizerReader.Open(parsed.GetValue(path)!), source);
            if (parsed.GetValue(json))
            {
                Console.Out.WriteLine(JsonSerializer.Serialize(tokenization, TokenizationJson.Default.Tokenization));
            }
            else
            {
                Show(Screen.Create(json: false), tokenization);
            }

            return ExitCodes.Done;
        });
        return command;
    }

    private static string Read(string? text, string? file)
    {
        if (text is null == file is null)
        {
            throw new BadInputException("models tokenize: give the text with either --text or --file");
        }

        if (text is not null)
        {
            return text;
        }

        if (!File.Exists(file))
        {
            throw new BadInputException($"{file}: there is no such file (--file)");
        }

        return new FileInfo(file).Length <= LongestText
            ? File.ReadAllText(file)
            : throw new BadInputException(string.Create(CultureInfo.InvariantCulture, $"{file}: is longer than {LongestText >> 20} MiB (--file)"));
    }

    private static void Show(Screen screen, Tokenization tokenization)
    {
        screen.Line($"tokenizer: {tokenization.Tokenizer}, {Number(tokenization.VocabularySize)} tokens");
        screen.Line($"ids: {string.Join(' ', tokenization.Ids.Select(id => id.ToString(CultureInfo.InvariantCulture)))}");
        screen.Line($"count: {Number(tokenization.Count)} tokens, {Number(tokenization.SpecialTokens)} of them special; {Number(tokenization.Characters)} characters");
        if (tokenization.TokensPerThousandCharacters is { } density)
        {
            screen.Line(string.Create(CultureInfo.InvariantCulture, $"density: {density:0.0} tokens per 1,000 characters, special tokens not counted"));
        }

        screen.Line($"round trip: {(tokenization.RoundTrips ? "exact" : "the decoded text differs")}");
    }

    private static string Number(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    /// <param name="Tokenizer">Which file served, and the kind of model in it.</param>
    /// <param name="VocabularySize">Tokens with an id of their own.</param>
    /// <param name="Ids">With special tokens.</param>
    /// <param name="Count">Of <paramref name="Ids"/>.</param>
    /// <param name="SpecialTokens">How many of them the tokenizer put around the text.</param>
    /// <param name="Characters">Unicode scalar values of the text.</param>
    /// <param name="TokensPerThousandCharacters">Without special tokens; null for an empty text.</param>
    /// <param name="RoundTrips">Whether decoding gives the text back.</param>
    internal sealed record Tokenization(
        string Tokenizer, int VocabularySize, int[] Ids, int Count, int SpecialTokens, int Characters, double? TokensPerThousandCharacters, bool RoundTrips)
    {
        public static Tokenization Of(ITokenizer tokenizer, string text)
        {
            var ids = tokenizer.Encode(text);
            var content = tokenizer.Encode(text, addSpecialTokens: false);
            return new Tokenization(
                tokenizer.Description,
                tokenizer.VocabularySize,
                ids,
                ids.Length,
                ids.Length - content.Length,
                text.EnumerateRunes().Count(),
                tokenizer.TokensPerThousandCharacters(text),
                tokenizer.Decode(content, skipSpecialTokens: false) == text);
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ModelsTokenizeCommand.Tokenization))]
internal sealed partial class TokenizationJson : JsonSerializerContext;
