using FsCheck;
using FsCheck.Fluent;
using InferBench.Economics.Catalog;

namespace InferBench.Economics.Tests.Catalog;

public sealed class PartialDateTests
{
    [Theory]
    [InlineData("2026-11-09", "2026-11-09", "2026-11-09")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2025-Q4", "2025-10-01", "2025-12-31")]
    [InlineData("2024-H2", "2024-07-01", "2024-12-31")]
    [InlineData("2026", "2026-01-01", "2026-12-31")]
    [InlineData("2025-03..2026-03", "2025-03-01", "2026-03-31")]
    public void Parse_AsExactAsTheSource_SpansEveryDayThatItCanMean(string text, string earliest, string latest)
    {
        var date = PartialDate.Parse(text)!;

        Assert.Equal(DateOnly.Parse(earliest, System.Globalization.CultureInfo.InvariantCulture), date.Earliest);
        Assert.Equal(DateOnly.Parse(latest, System.Globalization.CultureInfo.InvariantCulture), date.Latest);
        Assert.Equal(text, date.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("2026-13")]
    [InlineData("2026-Q5")]
    [InlineData("2026-11-31")]
    [InlineData("09.11.2026")]
    [InlineData("2026..2025")]
    [InlineData("2024..2025..2026")]
    [InlineData("26")]
    public void Parse_NoDate_IsNull(string text) => Assert.Null(PartialDate.Parse(text));

    [Fact]
    public void Parse_AnyDay_IsItself() => Prop.ForAll(
        Gen.Choose(0, DateOnly.MaxValue.DayNumber).Select(DateOnly.FromDayNumber).ToArbitrary(),
        day => PartialDate.Parse(PartialDate.Of(day).Text)! is var read && read.Earliest == day && read.Latest == day).QuickCheckThrowOnFailure();

    [Fact]
    public void AgeInDays_AVagueDate_IsCountedFromItsEarliestDay() => Assert.Equal(323, PartialDate.Parse("2026")!.AgeInDays(new(2026, 11, 20)));
}
