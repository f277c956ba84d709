namespace InferBench.Models.Tensors;

/// <summary>How a <see cref="TensorFill"/> makes elements.</summary>
public enum TensorFillKind
{
    Zeros,
    Ones,

    /// <summary>One value everywhere.</summary>
    Const,

    /// <summary>0, 1, 2 ... along the last dimension, again for each row.</summary>
    Arange,

    /// <summary>A multiplicative sequence that looks random and that any language computes alike.</summary>
    Dg1,
}
