using System.Globalization;
using InferBench.Runtime.Telemetry;
using InferBench.Tests;

namespace InferBench.Runtime.Tests.Telemetry;

/// <summary>Trees like <c>/proc</c> and <c>/sys</c>, with what a test puts there.</summary>
internal sealed class FakeMachine : IDisposable
{
    private readonly TempFolder _folder = new();

    public SystemRoots Roots => new(_folder.File("proc"), _folder.File("sys"));

    public FakeMachine Write(string path, string text)
    {
        _folder.Write(path, text);
        return this;
    }

    /// <summary>Counters in hundredths of a second, as the system and as this process's share of it.</summary>
    public FakeMachine Processors(long busy, long stolen, long own) => Write(
            "proc/stat", string.Create(CultureInfo.InvariantCulture, $"cpu  {busy} 0 0 9000 50 0 0 {stolen} 0 0\ncpu0 1 2 3\nintr 5\n"))
        .Write("proc/self/stat", string.Create(CultureInfo.InvariantCulture, $"17 (a (strange) name) R 1 1 1 0 -1 0 1 2 3 4 {own} 0 0 0 20 0\n"));

    public FakeMachine Package(int number, long microjoules, long range = 262_143_328_850, string name = "package-0") => Write(
            FormattableString.Invariant($"sys/class/powercap/intel-rapl:{number}/name"), $"{name}\n")
        .Write(FormattableString.Invariant($"sys/class/powercap/intel-rapl:{number}/max_energy_range_uj"), FormattableString.Invariant($"{range}\n"))
        .Energy(number, microjoules);

    public FakeMachine Energy(int number, long microjoules) =>
        Write(FormattableString.Invariant($"sys/class/powercap/intel-rapl:{number}/energy_uj"), FormattableString.Invariant($"{microjoules}\n"));

    public string Path(string path) => _folder.File(path);

    public void Dispose() => _folder.Dispose();
}
