namespace InferBench.Economics.Machines;

/// <summary>Equal payments at the end of each month that pay back a purchase with interest, less what it is sold for at the end.</summary>
public static class CapitalRecovery
{
    /// <summary>
    /// <c>[P·k − RV/(1+i)ⁿ] · i/(1−(1+i)⁻ⁿ)</c> with i = <paramref name="costOfCapital"/>/12 and n = <paramref name="months"/>: the annuity of the purchase less the
    /// present value of its sale (capital recovery with salvage; Park, Contemporary Engineering Economics, chapter 6).
    /// </summary>
    /// <param name="purchaseUsd">What is paid at the start.</param>
    /// <param name="residualUsd">What it is sold for at the end.</param>
    /// <param name="costOfCapital">Nominal rate for a year, as a fraction; 0 or more.</param>
    /// <param name="months">Life, above 0.</param>
    /// <returns>US dollars a month; zero or more as long as no more is got back than was paid.</returns>
    public static double UsdPerMonth(double purchaseUsd, double residualUsd, double costOfCapital, double months)
    {
        var rate = costOfCapital / Period.MonthsPerYear;
        if (rate == 0)
        {
            return (purchaseUsd - residualUsd) / months;
        }

        var discount = Math.Pow(1 + rate, -months);
        return (purchaseUsd - (residualUsd * discount)) * rate / (1 - discount);
    }
}
