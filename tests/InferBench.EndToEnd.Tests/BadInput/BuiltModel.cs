using System.Text;
using InferBench.EndToEnd.Tests.Processes;

namespace InferBench.EndToEnd.Tests.BadInput;

/// <summary>A sound model that belongs to one test, for that test to damage.</summary>
internal static class BuiltModel
{
    private const string DataName = "model.onnx.data";

    /// <returns>The model's folder.</returns>
    public static string In(Inferbench person, string precision = "fp32")
    {
        person.Run("models", "build", "llama-tiny", "--precision", precision, "--folder", "models").ExitsWith(0);
        return Directory.EnumerateDirectories(Path.Combine(person.Home, "models")).Single();
    }

    /// <summary>Writes another place of the external data into the graph; of the same length, so that the file stays well formed.</summary>
    public static void MoveData(string folder, string location)
    {
        Assert.Equal(DataName.Length, location.Length);
        var model = Path.Combine(folder, "model.onnx");
        var bytes = Encoding.Latin1.GetString(File.ReadAllBytes(model));
        Assert.Contains(DataName, bytes, StringComparison.Ordinal);
        File.WriteAllBytes(model, Encoding.Latin1.GetBytes(bytes.Replace(DataName, location, StringComparison.Ordinal)));
    }
}
