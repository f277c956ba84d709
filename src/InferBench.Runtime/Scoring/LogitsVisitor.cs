namespace InferBench.Runtime.Scoring;

/// <summary>Takes the logits of one position. The row is valid during the call only.</summary>
/// <param name="position">Index of the last token that the model had seen, from 0.</param>
/// <param name="next">Id that follows it in the sequence.</param>
/// <param name="logits">The model's scores for every id at the next place, unnormalised.</param>
public delegate void LogitsVisitor(int position, int next, ReadOnlySpan<float> logits);
