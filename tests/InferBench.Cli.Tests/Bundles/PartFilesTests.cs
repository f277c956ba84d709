using System.Security.Cryptography;
using InferBench.Cli.Bundles;
using InferBench.Tests;

namespace InferBench.Cli.Tests.Bundles;

public sealed class PartFilesTests
{
    [Theory]
    [InlineData(1000, 10)]
    [InlineData(999, 10)]
    [InlineData(7, 10)]
    [InlineData(10, 10)]
    [InlineData(1, 1)]
    public void Write_AnyPieces_PutTogetherAreWhatWasWritten(int bytes, int partBytes)
    {
        using var folder = new TempFolder();
        var random = new Random(bytes);
        var written = new byte[bytes];
        random.NextBytes(written);

        var parts = new PartFiles(folder.File("a"), partBytes);
        using (parts)
        {
            for (var at = 0; at < bytes;)
            {
                var piece = Math.Min(random.Next(1, 25), bytes - at);
                parts.Write(written, at, piece);
                at += piece;
            }
        }

        var read = parts.Parts.Select(part => File.ReadAllBytes(folder.File(part.Name))).ToList();
        Assert.Equal(written, read.SelectMany(part => part));
        Assert.Equal((bytes + partBytes - 1) / partBytes, read.Count);
        Assert.All(parts.Parts.Zip(read), part => Assert.Equal(
            (part.Second.Length, Convert.ToHexStringLower(SHA256.HashData(part.Second))), ((int)part.First.Bytes, part.First.Sha256)));
    }

    [Fact]
    public void Write_ManyParts_AreNamedInTheirOrder()
    {
        using var folder = new TempFolder();

        var parts = new PartFiles(folder.File("b.tar.gz"), 2);
        using (parts)
        {
            parts.Write(new byte[5]);
        }

        Assert.Equal(["b.tar.gz.part-000", "b.tar.gz.part-001", "b.tar.gz.part-002"], parts.Parts.Select(part => part.Name));
    }

    [Fact]
    public void Write_NoLimit_IsOneFileOfThatName()
    {
        using var folder = new TempFolder();

        var parts = new PartFiles(folder.File("b.tar.gz"), null);
        using (parts)
        {
            parts.Write(new byte[5]);
        }

        Assert.Equal(("b.tar.gz", 5), (Assert.Single(parts.Parts).Name, (int)parts.Parts[0].Bytes));
    }
}
