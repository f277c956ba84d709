namespace InferBench.Models.Synthetic;

/// <summary>
/// Sine, cosine, logarithm and power from additions, multiplications and divisions alone. IEEE 754 rounds those the same everywhere, whereas
/// the last bits of libm's functions differ between systems and would change a model's SHA-256. Good to about 1e-11, far below a float's step.
/// </summary>
internal static class PortableMath
{
    // π/2 in two parts: the first has 33 significant bits, so its product with a quadrant number below 2^20 is exact (fdlibm's pio2_1).
    private const double HalfPiHigh = 1.57079632673412561417e+00;
    private const double HalfPiLow = 6.07710050650619224932e-11;
    private const double Ln2 = 0.693147180559945309417;

    /// <summary>Sine and cosine of 0 to about a million.</summary>
    public static (double Sin, double Cos) SinCos(double x)
    {
        var quadrant = Math.Floor((x / (HalfPiHigh + HalfPiLow)) + 0.5);
        var r = x - (quadrant * HalfPiHigh) - (quadrant * HalfPiLow);
        var (sin, cos) = (Series(r, r, 2), Series(r, 1, 1));
        return ((long)quadrant & 3) switch
        {
            0 => (sin, cos),
            1 => (cos, -sin),
            2 => (-sin, -cos),
            _ => (-cos, sin),
        };
    }

    /// <summary><paramref name="x"/> to the power <paramref name="exponent"/>, for x of at least 1 and small exponents.</summary>
    public static double Pow(double x, double exponent) => Exp(exponent * Log(x));

    // The Taylor series of sine (from r) or cosine (from 1) on -π/4..π/4; eleven terms are below the last bit.
    private static double Series(double r, double first, int divisor)
    {
        var (term, sum) = (first, first);
        for (var n = divisor; n < divisor + 22; n += 2)
        {
            term = -term * r * r / (n * (n + 1));
            sum += term;
        }

        return sum;
    }

    // x = m 2^k with m in 1..2, then ln m = 2 artanh((m - 1) / (m + 1)), whose argument is at most 1/3.
    private static double Log(double x)
    {
        var k = 0;
        while (x >= 2)
        {
            x /= 2;
            k++;
        }

        var z = (x - 1) / (x + 1);
        var (power, sum) = (z, 0.0);
        for (var n = 1; n < 40; n += 2)
        {
            sum += power / n;
            power *= z * z;
        }

        return (2 * sum) + (k * Ln2);
    }

    // e^x = (e^(x / 1024))^1024, the small one by Taylor.
    private static double Exp(double x)
    {
        var small = x / 1_024;
        var (term, sum) = (1.0, 1.0);
        for (var n = 1; n < 12; n++)
        {
            term = term * small / n;
            sum += term;
        }

        for (var i = 0; i < 10; i++)
        {
            sum *= sum;
        }

        return sum;
    }
}
