using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace InferBench.Reporting.Tests.Charts;

/// <summary>The pixels of a PNG of eight bits a channel without interlacing (ISO/IEC 15948), so that a drawing is checked without the library that made it.</summary>
internal sealed class PngImage
{
    private const int FirstChunk = 8;

    private readonly byte[] _samples;
    private readonly int _channels;

    public PngImage(ReadOnlySpan<byte> file)
    {
        Assert.True(file.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), "no PNG signature");
        using var data = new MemoryStream();
        string type;
        var at = FirstChunk;
        do
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file[at..]);
            type = Encoding.ASCII.GetString(file.Slice(at + 4, 4));
            var chunk = file.Slice(at + 8, length);
            switch (type)
            {
                case "IHDR":
                    (Width, Height) = (BinaryPrimitives.ReadInt32BigEndian(chunk), BinaryPrimitives.ReadInt32BigEndian(chunk[4..]));
                    Assert.Equal(8, chunk[8]);
                    _channels = chunk[9] switch { 2 => 3, 6 => 4, var other => throw new InvalidDataException($"colour type {other}") };
                    Assert.Equal(0, chunk[12]);
                    break;
                case "IDAT":
                    data.Write(chunk);
                    break;
            }

            at += length + 12;
        }
        while (type != "IEND");

        Assert.Equal(file.Length, at);
        data.Position = 0;
        using var inflated = new ZLibStream(data, CompressionMode.Decompress);
        _samples = Unfiltered(inflated);
    }

    public int Width { get; }

    public int Height { get; }

    public (byte Red, byte Green, byte Blue) this[int x, int y]
    {
        get
        {
            var at = ((y * Width) + x) * _channels;
            return (_samples[at], _samples[at + 1], _samples[at + 2]);
        }
    }

    public HashSet<(byte Red, byte Green, byte Blue)> Colours() => [.. from y in Enumerable.Range(0, Height) from x in Enumerable.Range(0, Width) select this[x, y]];

    private byte[] Unfiltered(Stream rows)
    {
        var stride = Width * _channels;
        var samples = new byte[stride * Height];
        var (row, above) = (new byte[stride], new byte[stride]);
        for (var y = 0; y < Height; y++)
        {
            var filter = rows.ReadByte();
            rows.ReadExactly(row);
            for (var index = 0; index < stride; index++)
            {
                var left = index < _channels ? 0 : row[index - _channels];
                var corner = index < _channels ? 0 : above[index - _channels];
                row[index] += (byte)(filter switch
                {
                    0 => 0,
                    1 => left,
                    2 => above[index],
                    3 => (left + above[index]) / 2,
                    4 => Paeth(left, above[index], corner),
                    _ => throw new InvalidDataException($"filter {filter}"),
                });
            }

            row.CopyTo(samples, y * stride);
            (row, above) = (above, row);
        }

        return samples;
    }

    private static int Paeth(int left, int above, int corner)
    {
        var estimate = left + above - corner;
        var (toLeft, toAbove, toCorner) = (Math.Abs(estimate - left), Math.Abs(estimate - above), Math.Abs(estimate - corner));
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }
}
