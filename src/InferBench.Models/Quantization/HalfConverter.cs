namespace InferBench.Models.Quantization;
internal sealed class HalfConverter(ModelEdit edit, QuantizationOptions options)
{
    public WeightChanges Apply() => throw new NotSupportedException($"{edit} {options}");
}
