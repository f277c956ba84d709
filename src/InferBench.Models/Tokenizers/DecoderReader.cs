namespace InferBench.Models.Tokenizers;

/// <summary>Reads <c>decoder</c> of a tokenizer.json.</summary>
internal static class DecoderReader
{
    public static TokenDecoder Read(JsonPart part)
    {
        var type = part.Get("type");
        switch (type.Text())
        {
            case "Sequence":
                var steps = Steps.Read(part.Get("decoders"), item => new Func<List<string>, List<string>>(Read(item)));
                return tokens => Steps.Run(tokens, steps, static current => current.Sum(token => (long)token.Length), part);
            case "ByteLevel":
                return static tokens => [ByteAlphabet.Read(tokens)];
            case "ByteFallback":
                return TokenDecoders.ByteFallback;
            case "Metaspace":
                return new Metaspace(part).Decode;
            case "WordPiece":
                var (prefix, cleanup) = (part.TryGet("prefix", out var text) ? Steps.Inserted(text) : "##", part.Flag("cleanup", otherwise: true));
                return tokens => TokenDecoders.WordPiece(tokens, prefix, cleanup);
            case "BPEDecoder":
                var suffix = part.TextOrNull("suffix") ?? "</w>";
                return tokens => TokenDecoders.WordSuffix(tokens, suffix);
            case "Replace":
                var replace = Replacement.Read(part);
                return tokens => tokens.ConvertAll(token => replace(token));
            case "Fuse":
                return static tokens => [string.Concat(tokens)];
            case "Strip":
                var content = PreTokenizerReader.Character(part.Get("content")).ToString();
                var (start, stop) = (part.Count("start", 0), part.Count("stop", 0));
                return tokens => tokens.ConvertAll(token => TokenDecoders.Strip(token, content, start, stop));
            case var other:
                throw type.Unsupported($"the decoder \"{other}\"");
        }
    }
}
