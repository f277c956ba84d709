using InferBench.Models.Precision;

namespace InferBench.Models.Synthetic;

/// <summary>A projection's weights as the model knows them: element [n, k] of the seeded tensor takes input k to output n.</summary>
/// <param name="Name">The tensor's name in Hugging Face's form.</param>
/// <param name="Values">Its numbers, row-major over [Outputs, Inputs].</param>
/// <param name="Outputs">Rows, N.</param>
/// <param name="Inputs">Columns, K.</param>
internal sealed record WeightMatrix(string Name, SeededWeights Values, int Outputs, int Inputs) : IMatrixValues
{
    public bool InputsLieTogether => false;

    public void ReadOutputs(int first, Span<float> destination) => Values.Fill(destination, (long)first * Inputs);

    public void ReadInputs(int first, Span<float> destination)
    {
        for (var k = first; !destination.IsEmpty; k++, destination = destination[Outputs..])
        {
            Values.Fill(destination[..Outputs], k, Inputs);
        }
    }
}
