using InferBench.Models.Hub;

namespace InferBench.Models.Tests.Hub;

public sealed class FileSizeTests
{
    [Theory]
    [InlineData(999, "999 B")]
    [InlineData(1_500, "1.5 kB")]
    [InlineData(467_300_000, "467.3 MB")]
    [InlineData(16_060_000_000, "16.06 GB")]
    public void Text_OtherCulture_IsTheSame(long bytes, string expected)
    {
        using var culture = new CultureScope("ru-RU");

        Assert.Equal(expected, FileSize.Text(bytes));
    }
}
