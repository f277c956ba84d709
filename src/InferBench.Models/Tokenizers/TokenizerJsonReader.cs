namespace InferBench.Models.Tokenizers;

/// <summary>Reads a <c>tokenizer.json</c> of Hugging Face's tokenizers format.</summary>
internal static class TokenizerJsonReader
{
    public static PipelineTokenizer Read(string path)
    {
        using var document = TokenizerFile.ParseJson(path);

        var root = new JsonPart(document.RootElement, path, "");
        var model = TokenModelReader.Read(root.Get("model"));
        var parts = new TokenizerParts(model)
        {
            Normalizer = root.TryGet("normalizer", out var normalizer) ? NormalizerReader.Read(normalizer) : null,
            PreTokenizer = root.TryGet("pre_tokenizer", out var preTokenizer) ? PreTokenizerReader.Read(preTokenizer) : null,
            Frame = root.TryGet("post_processor", out var postProcessor) ? PostProcessorReader.Read(postProcessor) : SpecialTokenFrame.None,
            Decoder = root.TryGet("decoder", out var decoder) ? WithoutWordSuffix(DecoderReader.Read(decoder), root) : null,
            AddedTokens = AddedTokenReader.Read(root, model.Vocabulary),
        };
        var settings = TokenizerSettings.ReadBeside(path);
        return new PipelineTokenizer(path, parts, settings.Bos, settings.Eos);
    }

    /// <summary>
    /// CLIP's files leave their suffix, &lt;/w&gt;, in decoded text; transformers takes it out around them (CLIPTokenizerFast), and so does this.
    /// </summary>
    private static TokenDecoder WithoutWordSuffix(TokenDecoder decode, JsonPart root) =>
        root.Get("model").TextOrNull("end_of_word_suffix") is { Length: > 0 } suffix && root.Get("decoder").Get("type").Text() == "ByteLevel"
            ? tokens => [string.Concat(decode(tokens)).Replace(suffix, " ", StringComparison.Ordinal).Trim()]
            : decode;
}
