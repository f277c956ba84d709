using InferBench.Models.Synthetic;

namespace InferBench.Models.Tests.Synthetic;

/// <summary>Held against the system's own functions.</summary>
public sealed class PortableMathTests
{
    [Fact]
    public void SinCos_AnglesOfALongContext_AgreeWithTheSystem()
    {
        for (var x = 0.0; x < 1_000_000; x = (x * 1.01) + 0.01)
        {
            var (sin, cos) = PortableMath.SinCos(x);
            Assert.Equal(Math.Sin(x), sin, 1e-10);
            Assert.Equal(Math.Cos(x), cos, 1e-10);
        }
    }

    [Fact]
    public void Pow_RotaryBases_AgreesWithTheSystem()
    {
        foreach (var theta in (double[])[1, 10_000, 500_000, 1_000_000])
        {
            for (var exponent = 0.0; exponent < 1; exponent += 1 / 128.0)
            {
                Assert.Equal(1, PortableMath.Pow(theta, exponent) / Math.Pow(theta, exponent), 1e-12);
            }
        }
    }
}
