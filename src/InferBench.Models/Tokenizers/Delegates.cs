namespace InferBench.Models.Tokenizers;

/// <summary>One step that rewrites text before it is cut.</summary>
internal delegate string TextNormalizer(string text);

/// <summary>One step that cuts or rewrites pieces before the model sees them. Empty pieces are dropped.</summary>
internal delegate List<Piece> PreTokenizer(List<Piece> pieces);

/// <summary>One step from tokens to text.</summary>
internal delegate List<string> TokenDecoder(List<string> tokens);
