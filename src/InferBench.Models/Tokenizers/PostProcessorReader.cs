namespace InferBench.Models.Tokenizers;

/// <summary>Reads <c>post_processor</c> of a tokenizer.json, as far as one sequence goes; offsets and pairs matter to nothing here.</summary>
internal static class PostProcessorReader
{
    public static SpecialTokenFrame Read(JsonPart part)
    {
        var type = part.Get("type");
        return type.Text() switch
        {
            "ByteLevel" => SpecialTokenFrame.None,
            "BertProcessing" or "RobertaProcessing" => new SpecialTokenFrame([TokenId(part.Get("cls"))], [TokenId(part.Get("sep"))]),
            "TemplateProcessing" => Template(part),
            "Sequence" => Steps.Read(part.Get("processors"), Read).Aggregate(SpecialTokenFrame.None, static (frame, outer) => frame.Within(outer)),
            var other => throw type.Unsupported($"the post-processor \"{other}\""),
        };
    }

    // Written as ["[CLS]", 101].
    private static int TokenId(JsonPart pair) => pair.Items().ToList() is [_, var id] ? id.Id() : throw pair.Problem("is not a token and its id");

    private static SpecialTokenFrame Template(JsonPart part)
    {
        var (before, after, sequences) = (new List<int>(), new List<int>(), 0);
        foreach (var item in part.Get("single").Items())
        {
            if (item.TryGet("SpecialToken", out var special))
            {
                var name = special.Get("id").Text();
                (sequences == 0 ? before : after).AddRange(part.Get("special_tokens").Get(name).Get("ids").Items().Select(id => id.Id()));
            }
            else if (item.TryGet("Sequence", out _))
            {
                sequences++;
            }
        }

        return sequences == 1 ? new SpecialTokenFrame([.. before], [.. after]) : throw part.Get("single").Unsupported("a template without exactly one sequence");
    }
}
