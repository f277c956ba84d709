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
            Decoder = root.TryGet("decoder", out var decoder) ? DecoderReader.Read(decoder) : null,
            AddedTokens = AddedTokenReader.Read(root, model.Vocabulary),
        };
        var settings = TokenizerSettings.ReadBeside(path);
        return new PipelineTokenizer(path, parts, settings.Bos, settings.Eos);
    }
}
