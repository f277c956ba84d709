using Microsoft.ML.OnnxRuntime;

namespace InferBench.Runtime.Decoding;

/// <summary>The inputs of each step that are neither ids nor cache; step 0 is the prefill.</summary>
internal interface IStepInputs
{
    public void Bind(OrtIoBinding binding, int step);

    /// <summary>Puts a step's values where its binding reads them. Steps come in their order, from 0.</summary>
    public void Prepare(int step);
}
