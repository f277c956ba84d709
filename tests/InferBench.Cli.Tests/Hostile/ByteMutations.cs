using System.Globalization;

namespace InferBench.Cli.Tests.Hostile;

/// <summary>Damage that knows nothing of the format: files cut anywhere, bits and bytes changed anywhere.</summary>
internal static class ByteMutations
{
    /// <summary>An endless series; the same for the same sources.</summary>
    public static IEnumerable<Mutation> Of(IReadOnlyList<string> sources)
    {
        for (var seed = 0; ; seed++)
        {
            var source = sources[seed % sources.Count];
            yield return (seed / sources.Count % 10) switch
            {
                0 or 1 => Damage(source, seed, "cut", site => site.Model, (bytes, random) => bytes[..random.Next(bytes.Length)]),
                2 or 3 or 4 => Damage(source, seed, "bits flipped", site => site.Model, (bytes, random) => Flip(bytes, random, 1 + random.Next(4), outline: true)),
                5 => Damage(source, seed, "bytes changed", site => site.Model, (bytes, random) => Change(bytes, random, 1 + random.Next(8))),
                6 => Damage(source, seed, "a block zeroed", site => site.Model, Zero),
                7 => Damage(source, seed, "a block twice", site => site.Model, Repeat),
                8 => Damage(source, seed, "data with bits flipped", DataOrModel, (bytes, random) => Flip(bytes, random, 64, outline: false)),
                _ => Damage(source, seed, "data cut", DataOrModel, (bytes, random) => bytes[..random.Next(bytes.Length)]),
            };
        }
    }

    private static Mutation Damage(string source, int seed, string name, Func<MutationSite, string> file, Func<byte[], Random, byte[]> damage) => new(
        string.Create(CultureInfo.InvariantCulture, $"{name}, seed {seed}"),
        source,
        site => MutationSite.Change(file(site), bytes => damage(bytes, new Random(seed))));

    private static string DataOrModel(MutationSite site) => Directory.EnumerateFiles(site.Folder, "*.data").FirstOrDefault() ?? site.Model;

    /// <param name="bytes">Changed in place.</param>
    /// <param name="random">Says where.</param>
    /// <param name="count">Bits to flip.</param>
    /// <param name="outline">Near the file's two ends, where a graph's structure is; a model's middle is weights, which may hold anything.</param>
    private static byte[] Flip(byte[] bytes, Random random, int count, bool outline)
    {
        for (var i = 0; i < count; i++)
        {
            var reach = outline ? Math.Min(bytes.Length, 8_000) : bytes.Length;
            var at = random.Next(reach);
            bytes[outline && random.Next(2) == 0 ? bytes.Length - 1 - at : at] ^= (byte)(1 << random.Next(8));
        }

        return bytes;
    }

    private static byte[] Change(byte[] bytes, Random random, int count)
    {
        for (var i = 0; i < count; i++)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return bytes;
    }

    private static byte[] Zero(byte[] bytes, Random random)
    {
        var (start, length) = Block(bytes, random);
        bytes.AsSpan(start, length).Clear();
        return bytes;
    }

    private static byte[] Repeat(byte[] bytes, Random random)
    {
        var (start, length) = Block(bytes, random);
        return [.. bytes.AsSpan(0, start + length), .. bytes.AsSpan(start)];
    }

    private static (int Start, int Length) Block(byte[] bytes, Random random)
    {
        var start = random.Next(bytes.Length);
        return (start, Math.Min(1 + random.Next(200), bytes.Length - start));
    }
}
