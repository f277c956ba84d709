using InferBench.Runtime.Checks;

namespace InferBench.Tests.Runtime.Checks;

/// <summary>Two heads of four positions, a byte each; a step is fed position 1.</summary>
public sealed class CacheSnapshotTests
{
    private static readonly byte[] Before = [5, 0, 0, 0, 6, 0, 0, 0];

    [Theory]
    [InlineData(new byte[] { 5, 7, 0, 0, 6, 8, 0, 0 }, true, true, true)]
    [InlineData(new byte[] { 5, 7, 0, 0, 6, 0, 0, 0 }, false, true, true)]
    [InlineData(new byte[] { 9, 7, 0, 0, 6, 8, 0, 0 }, true, false, true)]
    [InlineData(new byte[] { 5, 7, 1, 0, 6, 8, 0, 0 }, true, true, false)]
    public void Since_AStep_TellsWhatItTouched(byte[] after, bool wrote, bool keptEarlier, bool keptLater)
    {
        var slots = new CacheSnapshot(after, 4, 1).Since(new CacheSnapshot(Before, 4, 1), "present.0.key", 1, 1, 2);

        Assert.Equal(new ObservedSlots("present.0.key", 1, wrote, keptEarlier, keptLater), slots);
    }
}
