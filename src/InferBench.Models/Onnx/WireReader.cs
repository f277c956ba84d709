using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace InferBench.Models.Onnx;

/// <summary>
/// Walks protobuf's wire format in a file of any size. Fields are skipped by seeking, and every claimed length is held against what is left,
/// so neither a large model nor a lying one costs memory. (Google's CodedInputStream counts in 32 bits and reads what it skips.)
/// </summary>
internal sealed class WireReader(FileStream stream)
{
    private const int LongestVarint = 10;
    private const long MostTextBytes = 512 << 20;

    private readonly byte[] _buffer = new byte[64 << 10];
    private readonly string _file = Path.GetFileName(stream.Name);
    private long _bufferStart;
    private int _used;
    private int _at;
    private long _textBytes;

    public long Length { get; } = stream.Length;

    public long Position => _bufferStart + _at;

    /// <summary>Reads the next field's number and wire type, or returns false at <paramref name="end"/>.</summary>
    public bool TryReadTag(long end, out int field, out WireType type)
    {
        (field, type) = (0, WireType.Varint);
        if (Position >= end)
        {
            return false;
        }

        var tag = ReadVarint(end);
        field = (int)Math.Min(tag >> 3, int.MaxValue);
        type = (WireType)(tag & 7);
        
        // Some protobuf libraries drop what lies above 32 bits: a field that we skip as unknown would be another one to them.
        return (field > 0 && tag <= uint.MaxValue && Enum.IsDefined(type)) ? true : throw Corrupt("is not in the ONNX format, or is damaged");
    }

    public long ReadInt64(WireType type, long end)
    {
        Require(type, WireType.Varint);
        return (long)ReadVarint(end);
    }

    public float ReadFloat(WireType type, long end)
    {
        Require(type, WireType.Fixed32);
        Span<byte> bytes = stackalloc byte[sizeof(float)];
        Read(bytes, end);
        return BinaryPrimitives.ReadSingleLittleEndian(bytes);
    }

    /// <summary>Reads the length of a nested message or of bytes and returns where they end.</summary>
    public long ReadEnd(WireType type, long end)
    {
        Require(type, WireType.Length);
        var length = ReadVarint(end);
        return length <= (ulong)(end - Position)
            ? Position + (long)length
            : throw Corrupt(string.Create(
                CultureInfo.InvariantCulture, $"ends too early: a part claims {length} bytes where {end - Position} are left (truncated or damaged)"));
    }

    public byte[] ReadBytes(WireType type, long end, int longest, string what)
    {
        var stop = ReadEnd(type, end);
        if (stop - Position > longest)
        {
            throw Corrupt(string.Create(CultureInfo.InvariantCulture, $"{what} has {stop - Position} bytes; at most {longest} are accepted"));
        }

        return ReadRest(stop);
    }

    public string ReadText(WireType type, long end, int longest, string what) => Encoding.UTF8.GetString(ReadBytes(type, end, longest, what));

    /// <summary>Reads bytes up to <paramref name="stop"/>; the caller has looked at their number.</summary>
    public byte[] ReadRest(long stop)
    {
        _textBytes += stop - Position;
        if (_textBytes > MostTextBytes)
        {
            throw Corrupt(string.Create(CultureInfo.InvariantCulture, $"has more than {MostTextBytes >> 20} MB of names and other text"));
        }

        var bytes = new byte[stop - Position];
        Read(bytes, stop);
        return bytes;
    }

    /// <summary>Reads one value, or all values of the packed form.</summary>
    public void ReadInt64s(WireType type, long end, Action<long> add)
    {
        if (type == WireType.Varint)
        {
            add((long)ReadVarint(end));
            return;
        }

        for (var stop = ReadEnd(type, end); Position < stop;)
        {
            add((long)ReadVarint(stop));
        }
    }

    public void Skip(WireType type, long end)
    {
        if (type == WireType.Varint)
        {
            ReadVarint(end);
            return;
        }

        var stop = type == WireType.Length ? ReadEnd(type, end) : Position + (type == WireType.Fixed32 ? sizeof(uint) : sizeof(ulong));
        SkipTo(stop <= end ? stop : throw Truncated());
    }

    public void SkipTo(long position)
    {
        if (position <= _bufferStart + _used)
        {
            _at = (int)(position - _bufferStart);
            return;
        }

        stream.Position = position;
        (_bufferStart, _used, _at) = (position, 0, 0);
    }

    public ModelFormatException Corrupt(string problem) => new($"{_file}: {problem}");

    private void Require(WireType actual, WireType expected)
    {
        if (actual != expected)
        {
            throw Corrupt("is not in the ONNX format, or is damaged (a field has the wrong type)");
        }
    }

    private ModelFormatException Truncated() => Corrupt("ends in the middle of a field (truncated or damaged)");

    private ulong ReadVarint(long end)
    {
        var value = 0UL;
        for (var i = 0; i < LongestVarint; i++)
        {
            var next = ReadByte(end);
            value |= (ulong)(next & 0x7F) << (7 * i);
            if (next < 0x80)
            {
                return value;
            }
        }

        throw Corrupt("is not in the ONNX format, or is damaged (a number has no end)");
    }

    private byte ReadByte(long end)
    {
        if (Position >= end || (_at == _used && !Refill()))
        {
            throw Truncated();
        }

        return _buffer[_at++];
    }

    private void Read(Span<byte> destination, long end)
    {
        if (destination.Length > end - Position)
        {
            throw Truncated();
        }

        while (!destination.IsEmpty)
        {
            if (_at == _used && !Refill())
            {
                throw Truncated();
            }

            var count = Math.Min(destination.Length, _used - _at);
            _buffer.AsSpan(_at, count).CopyTo(destination);
            destination = destination[count..];
            _at += count;
        }
    }

    private bool Refill()
    {
        (_bufferStart, _at) = (_bufferStart + _used, 0);
        _used = stream.Read(_buffer);
        return _used > 0;
    }
}
