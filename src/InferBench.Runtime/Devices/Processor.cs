using System.Globalization;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace InferBench.Runtime.Devices;

internal static class Processor
{
    /// <summary>Instruction sets that decide which kernels ONNX Runtime picks, in Linux's spelling.</summary>
    private static readonly string[] Interesting =
    [
        "sse4_2", "avx", "f16c", "fma", "avx2", "avx_vnni", "avx512f", "avx512bw", "avx512_vnni", "avx512_bf16", "avx512_fp16",
        "amx_tile", "amx_int8", "amx_bf16", "asimd", "asimddp", "i8mm", "bf16", "sve", "sve2",
    ];

    public static string? Name()
    {
        if (OperatingSystem.IsWindows())
        {
            return Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER");
        }

        return CpuInfo.Read() is { } info ? CpuInfo.Field(info, "model name") ?? CpuInfo.Field(info, "Model") : null;
    }

    public static IReadOnlyList<string> Features()
    {
        if (CpuInfo.Read() is { } info && (CpuInfo.Field(info, "flags") ?? CpuInfo.Field(info, "Features")) is { } flags)
        {
            var present = flags.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
            return [.. Interesting.Where(present.Contains)];
        }

        return FromRuntime();
    }

    /// <summary>Size of the largest cache; null where the system does not say.</summary>
    public static long? LastLevelCacheBytes() => LastLevelCacheBytes("/sys/devices/system/cpu/cpu0/cache");

    internal static long? LastLevelCacheBytes(string folder)
    {
        try
        {
            return Directory.EnumerateDirectories(folder, "index*")
                .Select(f => Path.Combine(f, "size"))
                .Where(File.Exists)
                .Max(f => ParseSize(File.ReadAllText(f)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Such as <c>32768K</c>.</summary>
    internal static long? ParseSize(string text)
    {
        var number = text.AsSpan().Trim();
        var unit = number switch
        {
            [.., 'K'] => 1L << 10,
            [.., 'M'] => 1L << 20,
            [.., 'G'] => 1L << 30,
            _ => 1,
        };
        return long.TryParse(unit > 1 ? number[..^1] : number, NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size * unit : null;
    }

    private static IReadOnlyList<string> FromRuntime()
    {
        var features = new List<string>();
        Add(Sse42.IsSupported, "sse4_2");
        Add(Avx.IsSupported, "avx");
        Add(Fma.IsSupported, "fma");
        Add(Avx2.IsSupported, "avx2");
        Add(AvxVnni.IsSupported, "avx_vnni");
        Add(Avx512F.IsSupported, "avx512f");
        Add(Avx512BW.IsSupported, "avx512bw");
        Add(AdvSimd.IsSupported, "asimd");
        Add(Dp.IsSupported, "asimddp");
        return features;

        void Add(bool supported, string name)
        {
            if (supported)
            {
                features.Add(name);
            }
        }
    }
}
