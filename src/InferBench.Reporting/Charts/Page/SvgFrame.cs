namespace InferBench.Reporting.Charts.Page;

/// <summary>Where things stand in a drawing, in its own units.</summary>
/// <param name="Width">Of the whole drawing.</param>
/// <param name="Left">Left edge of the plot.</param>
/// <param name="Top">Upper edge of the plot.</param>
/// <param name="Right">Right edge of the plot.</param>
/// <param name="Bottom">Lower edge of the plot.</param>
/// <param name="X">Horizontal axis.</param>
/// <param name="Y">Vertical axis.</param>
internal sealed record SvgFrame(double Width, double Left, double Top, double Right, double Bottom, PlottedAxis X, PlottedAxis Y)
{
    // Room inside the plot's edges, so that no marker is cut by them.
    public const double Inset = 8;

    public double XOf(double value) => Left + Inset + ((Right - Left - (2 * Inset)) * Math.Clamp(X.Fraction(value), 0, 1));

    public double YOf(double value) => Bottom - ((Bottom - Top) * Math.Clamp(Y.Fraction(value), 0, 1));
}
