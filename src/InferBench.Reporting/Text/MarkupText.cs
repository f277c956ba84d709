using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace InferBench.Reporting.Text;

/// <summary>The interpolated string of <see cref="MarkupWriter"/>: strings are cleaned and escaped, numbers are invariant.</summary>
[InterpolatedStringHandler]
internal readonly ref struct MarkupText
{
    private readonly StringBuilder _text;

    public MarkupText(int literalLength, int formattedCount) => _text = new(literalLength + (formattedCount * 8));

    public string Text => _text.ToString();

    public void AppendLiteral(string markup) => _text.Append(markup);

    public void AppendFormatted(Markup markup) => _text.Append(markup.Text);

    public void AppendFormatted(int number) => _text.Append(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A coordinate: one decimal is a tenth of a pixel, and no zero carries a minus sign.</summary>
    public void AppendFormatted(double number) => _text.Append((Math.Round(number, 1) + 0.0).ToString("0.#", CultureInfo.InvariantCulture));

    public void AppendFormatted(string? value)
    {
        foreach (var character in SafeText.Of(value ?? ""))
        {
            _ = character switch
            {
                '&' => _text.Append("&amp;"),
                '<' => _text.Append("&lt;"),
                '>' => _text.Append("&gt;"),
                '"' => _text.Append("&quot;"),
                '\'' => _text.Append("&#39;"),
                _ => _text.Append(character),
            };
        }
    }
}
