namespace InferBench.Models.Weights;

/// <summary>What a stored tensor is to its model.</summary>
internal enum WeightRole
{
    /// <summary>Shapes, indices, epsilons and tables such as the rotary cosines: no learned number.</summary>
    Constant,

    /// <summary>Learned numbers.</summary>
    Parameter,

    /// <summary>Scales and zero points: read with the weights, but no parameters of the model.</summary>
    QuantizationAid,
}
