using System.Globalization;

namespace InferBench.Models.Onnx;

/// <summary>What a hostile file may make the reader hold: parts in all, and graphs inside graphs.</summary>
internal sealed class ReadBudget(WireReader reader)
{
    private const int MostParts = 4_000_000;
    private const int ObjectParts = 5;
    private const int DeepestGraph = 32;
    private int _parts;
    private int _depth;

    /// <summary>Counts one name or number that is kept.</summary>
    public void Count() => Count(1);

    /// <summary>Counts one node, tensor or attribute: two bytes of a file can make one, and it takes the memory of several names.</summary>
    public void CountObject() => Count(ObjectParts);

    public void Enter()
    {
        if (++_depth > DeepestGraph)
        {
            throw reader.Corrupt(string.Create(CultureInfo.InvariantCulture, $"nests graphs more than {DeepestGraph} deep"));
        }
    }

    public void Leave() => _depth--;

    private void Count(int parts)
    {
        if ((_parts += parts) > MostParts)
        {
            throw reader.Corrupt(string.Create(CultureInfo.InvariantCulture, $"has more than {MostParts} nodes, names and attributes"));
        }
    }
}
