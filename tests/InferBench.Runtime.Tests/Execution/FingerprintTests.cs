using InferBench.Runtime.Execution;

namespace InferBench.Tests.Runtime.Execution;

public sealed class FingerprintTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(21)]
    public void Add_AnyOneBitChanged_IsAnotherFingerprint(int length)
    {
        var bytes = Enumerable.Range(0, length).Select(i => (byte)(i * 37)).ToArray();
        var seen = new HashSet<ulong> { Fingerprint.Add(Fingerprint.Start, bytes) };
        for (var bit = 0; bit < length * 8; bit++)
        {
            var changed = bytes.ToArray();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.True(seen.Add(Fingerprint.Add(Fingerprint.Start, changed)));
        }
    }

    [Fact]
    public void Add_TheSameBytesCutElsewhere_IsAnotherFingerprint() => Assert.NotEqual(
        Fingerprint.Add(Fingerprint.Add(Fingerprint.Start, [1, 2]), [3]), Fingerprint.Add(Fingerprint.Add(Fingerprint.Start, [1]), [2, 3]));
}
