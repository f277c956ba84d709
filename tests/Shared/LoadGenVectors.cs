using System.Numerics;
using System.Text.Json;

namespace InferBench.Tests;

/// <summary>Results that MLPerf LoadGen itself computed from scripted latencies, kept beside the test models.</summary>
public static class LoadGenVectors
{
    public const string File = "../data/loadgen_vectors.json";

    private static readonly Lazy<JsonElement> Document = new(() => JsonDocument.Parse(System.IO.File.ReadAllBytes(TestModels.Path(File))).RootElement);

    public static JsonElement Root => Document.Value;

    /// <summary>Names of the scored runs; none where the file is not here.</summary>
    public static IEnumerable<object[]> Cases => TestModels.Folder is null || !System.IO.File.Exists(TestModels.Path(File))
        ? []
        : Root.GetProperty("cases").EnumerateArray().Select(run => new object[] { run.GetProperty("id").GetString()! });

    public static JsonElement Case(string id) => Root.GetProperty("cases").EnumerateArray().Single(run => run.GetProperty("id").GetString() == id);

    /// <summary>What <c>inferbench score</c> reads: the inputs of a case, without its results.</summary>
    public static string Input(JsonElement run)
    {
        var input = new Dictionary<string, object>
        {
            ["scenario"] = run.GetProperty("scenario"),
            ["latencies_ns"] = Latencies(run),
            ["settings"] = run.GetProperty("settings"),
            ["exact_inputs"] = run.GetProperty("exact_inputs"),
        };
        if (run.TryGetProperty("tokens", out var tokens))
        {
            input["tokens"] = tokens;
        }

        return JsonSerializer.Serialize(input);
    }

    /// <summary>Latencies of the samples that were issued, as recorded, or as scripted where every query was served at once.</summary>
    private static long[] Latencies(JsonElement run)
    {
        if (run.TryGetProperty("recorded_per_sample", out var recorded))
        {
            return [.. recorded.GetProperty("rows").EnumerateArray().Select(row => row[3].GetInt64())];
        }

        var script = run.GetProperty("latencies");
        var all = script.GetProperty("kind").GetString() == "explicit"
            ? script.GetProperty("ns").EnumerateArray().Select(value => value.GetInt64())
            : Generated(script);
        return [.. all.Take(run.GetProperty("samples_issued").GetInt32())];
    }

    /// <summary>The generators that the file documents in its <c>meta</c>.</summary>
    private static IEnumerable<long> Generated(JsonElement script)
    {
        var parameters = script.GetProperty("params");
        var state = ulong.Parse(script.GetProperty("seed").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
        var count = script.GetProperty("count").GetInt64();
        for (long i = 0; i < count; i++)
        {
            yield return script.GetProperty("name").GetString() switch
            {
                "uniform" => P("lo") + Below(P("hi") - P("lo") + 1),
                "bimodal" when Below(1000) < P("outlier_permille") => P("hi_base") + Below(P("hi_span")),
                "bimodal" => P("lo_base") + Below(P("lo_span")),
                "pow2tail" => PowerOfTwoTail(),
                "planted" => P(i * 7919 % count < P("over") ? "over_base" : "under_base") + (i % 1000),
                "constant" => P("value"),
                "ramp" => P("base") + (P("step") * i),
                var name => throw new InvalidOperationException($"generator {name} is not known"),
            };
        }

        long P(string name) => parameters.GetProperty(name).GetInt64();

        long Below(long bound) => (long)(SplitMix() % (ulong)bound);

        long PowerOfTwoTail()
        {
            var shift = (int)Math.Min(BitOperations.TrailingZeroCount(SplitMix()), P("kmax"));
            return P("base") + (Below(P("base")) << shift);
        }

        ulong SplitMix()
        {
            var z = state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
