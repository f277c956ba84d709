using System.Text;

namespace InferBench.Models.Tokenizers;

/// <summary>Reads <c>normalizer</c> of a tokenizer.json.</summary>
internal static class NormalizerReader
{
    public static TextNormalizer Read(JsonPart part)
    {
        var type = part.Get("type");
        switch (type.Text())
        {
            case "Sequence":
                var steps = Steps.Read(part.Get("normalizers"), item => new Func<string, string>(Read(item)));
                return text => Steps.Run(text, steps, static current => current.Length, part);
            case "NFC":
                return text => TextNormalizers.Unicode(text, NormalizationForm.FormC);
            case "NFD":
                return text => TextNormalizers.Unicode(text, NormalizationForm.FormD);
            case "NFKC":
                return text => TextNormalizers.Unicode(text, NormalizationForm.FormKC);
            case "NFKD":
                return text => TextNormalizers.Unicode(text, NormalizationForm.FormKD);
            case "Lowercase":
                return TextNormalizers.Lowercase;
            case "StripAccents":
                return TextNormalizers.StripAccents;
            case "Strip":
                var (left, right) = (part.Flag("strip_left", otherwise: true), part.Flag("strip_right", otherwise: true));
                return text => TextNormalizers.Strip(text, left, right);
            case "Prepend":
                var prefix = Steps.Inserted(part.Get("prepend"));
                return text => text.Length == 0 ? text : prefix + text;
            case "Replace":
                return Replacement.Read(part);
            case "ByteLevel":
                return ByteAlphabet.Spell;
            case "BertNormalizer":
                var lowercase = part.Flag("lowercase", otherwise: true);
                var stripAccents = part.Flag("strip_accents", otherwise: lowercase);
                var (clean, ideographs) = (part.Flag("clean_text", otherwise: true), part.Flag("handle_chinese_chars", otherwise: true));
                return text => TextNormalizers.Bert(text, clean, ideographs, stripAccents, lowercase);
            case "Precompiled" when part.TextOrNull("precompiled_charsmap") is null or "":
                return static text => text;
            case var other:
                throw type.Unsupported($"the normalizer \"{other}\"");
        }
    }
}
