namespace InferBench.Reporting.Charts;

/// <summary>How one line is told from the others: by colour, by marker, and past eight lines by dashes.</summary>
/// <param name="Slot">Which of the eight colours.</param>
/// <param name="Light">Colour on a light ground.</param>
/// <param name="Dark">Colour on a dark ground.</param>
/// <param name="Marker">Shape, so that nobody depends on colour.</param>
/// <param name="Dashes">SVG dash pattern; null for a solid line.</param>
internal sealed record SeriesStyle(int Slot, string Light, string Dark, MarkerShape Marker, string? Dashes)
{
    // Okabe and Ito, "Color Universal Design" (2008): eight colours that people without full colour vision tell apart. Its yellow is
    // replaced by a brown, and orange and pink are deepened, because thin lines of them vanish on white; the dark set is lightened.
    private static readonly (string Light, string Dark)[] Colours =
    [
        ("#0072B2", "#56B4E9"),
        ("#D55E00", "#F58A42"),
        ("#00865F", "#2CC99B"),
        ("#B65C93", "#E3A2C8"),
        ("#B97F00", "#F0B93A"),
        ("#2F2F38", "#E6E8EB"),
        ("#3C93CC", "#A5D8F6"),
        ("#7A5C2E", "#C9A877"),
    ];

    private static readonly string?[] DashPatterns = [null, "7 4", "2 3", "9 3 2 3"];

    public static int Slots => Colours.Length;

    public static SeriesStyle Of(int index)
    {
        var slot = index % Colours.Length;
        return new(slot, Colours[slot].Light, Colours[slot].Dark, (MarkerShape)slot, DashPatterns[index / Colours.Length % DashPatterns.Length]);
    }
}
