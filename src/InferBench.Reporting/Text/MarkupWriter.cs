using System.Text;

namespace InferBench.Reporting.Text;

/// <summary>
/// Builds XML or HTML from interpolated strings: what stands between the holes is markup, what comes out of a hole is escaped.
/// There is no other way in for a value but <see cref="Markup"/>, so nothing is left unescaped by forgetting.
/// </summary>
internal sealed class MarkupWriter
{
    private readonly StringBuilder _text = new();

    public void Line(MarkupText markup) => _text.Append(markup.Text).Append('\n');

    public override string ToString() => _text.ToString();
}
