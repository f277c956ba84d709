namespace InferBench.Reporting.Charts;

/// <summary>How one line is told from the others: by colour, by marker, and past eight lines by dashes.</summary>
/// <param name="Slot">Which colour; those of the ramp come after the eight of lines.</param>
/// <param name="Light">Colour on a light ground.</param>
/// <param name="Dark">Colour on a dark ground.</param>
/// <param name="Marker">Shape, so that nobody depends on colour.</param>
/// <param name="Dashes">SVG dash pattern; null for a solid line.</param>
internal sealed record SeriesStyle(int Slot, string Light, string Dark, MarkerShape Marker, string? Dashes)
{
    /// <summary>Colours of lines.</summary>
    public const int Lines = 8;

    /// <summary>Colours of the ramp; the last one is for what has no place on it.</summary>
    public const int Tones = 6;

    // After Okabe and Ito, "Color Universal Design" (2008), with its yellow, orange and sky blue deepened, because thin lines of them vanish on
    // white, and parted again for eyes without red or green cones. Then a ramp that grows lighter in the middle and warmer to its end.
    private static readonly (string Light, string Dark)[] Colours =
    [
        ("#0068A8", "#56B4E9"),
        ("#C04A00", "#F58A42"),
        ("#008F66", "#2CC99B"),
        ("#B65C93", "#E3A2C8"),
        ("#C48A00", "#F0B93A"),
        ("#2F2F38", "#E6E8EB"),
        ("#3F97D3", "#A5D8F6"),
        ("#6B4E1E", "#C9A877"),
        ("#0B3C6F", "#E0F2FF"),
        ("#2C6FC8", "#79AFFF"),
        ("#767153", "#9A933D"),
        ("#B38F00", "#F7E04A"),
        ("#A32A10", "#E0566F"),
        ("#57606A", "#A3ADB8"),
    ];

    private static readonly string?[] DashPatterns = [null, "7 4", "2 3", "9 3 2 3", "12 4", "4 2", "6 2 1 2 1 2", "1 4"];

    public static int Slots => Colours.Length;

    public static SeriesStyle Of(int index)
    {
        var slot = index % Lines;
        return new(slot, Colours[slot].Light, Colours[slot].Dark, (MarkerShape)slot, DashPatterns[index / Lines % DashPatterns.Length]);
    }

    /// <summary>The style of one of a chart's lines.</summary>
    public static SeriesStyle Of(Chart chart, int index) => chart.Series[index] switch
    {
        { Tone: { } tone, Marked: true } => OfTone(tone),
        { Tone: { } tone } => OfTone(tone) with { Dashes = DashPatterns[1] },

        // Nothing but the line tells a line without marks from the next.
        { Marked: false } => Of(index) with { Dashes = DashPatterns[index % DashPatterns.Length] },
        _ => Of(index),
    };

    /// <summary>How broad a line of this form is, and how opaque.</summary>
    public static (double Width, double Opacity) Stroke(SeriesForm form) => form switch
    {
        SeriesForm.Bars => (14, 0.85),
        SeriesForm.Highlight => (11, 0.22),
        _ => (2, 1),
    };

    /// <param name="tone">0 to 5; 5 is outside the ramp.</param>
    public static SeriesStyle OfTone(int tone) => OfSlot(Lines + tone, (MarkerShape)tone);

    /// <summary>Every colour once, in order of its slot.</summary>
    internal static SeriesStyle OfSlot(int slot, MarkerShape marker = default) => new(slot, Colours[slot].Light, Colours[slot].Dark, marker, null);
}
