using InferBench.Runtime.Ceilings;
using InferBench.Runtime.Devices;

namespace InferBench.Runtime.Tests.Devices;

/// <summary>Looks at the memory of the whole process, so no other test may run beside it.</summary>
[CollectionDefinition(nameof(ProcessMemoryTests), DisableParallelization = true)]
[Collection(nameof(ProcessMemoryTests))]
public sealed class ProcessMemoryTests
{
    private const long Block = 512L << 20;

    [Fact]
    public void PeakBytes_MemoryTakenAndGivenBack_IsRemembered()
    {
        using (new MemoryArrays(Block, 1))
        {
        }

        Assert.True(ProcessMemory.PeakBytes() is not { } peak || peak > Block);
    }

    [Fact]
    public void SetAside_MemoryTakenAndGivenBack_IsNoPeak()
    {
        // Without leave to make the system forget, the peak stays.
        if (!OperatingSystem.IsLinux() || ProcessMemory.PeakBytes() is not { } before)
        {
            return;
        }

        using (ProcessMemory.SetAside())
        {
            // More than the process ever had.
            using var arrays = new MemoryArrays(before + Block, 1);
            Assert.True(ProcessMemory.PeakBytes() > before + (Block / 2));
        }

        Assert.InRange(ProcessMemory.PeakBytes()!.Value, before, before + (Block / 4));
    }
}
