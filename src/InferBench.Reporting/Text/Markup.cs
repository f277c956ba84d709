namespace InferBench.Reporting.Text;

/// <summary>Text that is markup already and is not escaped again.</summary>
internal readonly record struct Markup(string Text)
{
    public static Markup Of(MarkupText text) => new(text.Text);
}
