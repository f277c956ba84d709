using InferBench.Core.Errors;
using InferBench.Runtime.Sessions;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace InferBench.Runtime.Decoding;

/// <summary>Recognises a decoder by its inputs and outputs, in the names of Optimum and of ONNX Runtime GenAI.</summary>
internal sealed class DecoderLayoutReader(string file, IReadOnlyList<GraphValue> inputs, IReadOnlyList<GraphValue> outputs, DecoderHints hints)
{
    private readonly DecoderNames _names = new(hints.Config?.GenAi);
    private readonly List<string> _missing = [];
    private readonly List<string> _problems = [];
    private readonly HashSet<string> _used = [];

    /// <exception cref="BadInputException">No decoder, or one with something that cannot be fed; all problems at once.</exception>
    public DecoderLayout Read()
    {
        var ids = Ids(_names.InputIds, required: true);
        var mask = Ids(_names.AttentionMask, required: true);
        var positions = Ids(_names.PositionIds, required: false);
        var keep = Ids(_names.LogitsToKeep, required: false);
        var logits = Logits();
        var cache = new CacheReader(file, inputs, outputs, _names, hints.Config).Read(_used, _missing, _problems);
        var unknown = UnknownInputs();
        if (_missing.Count > 0)
        {
            // One line: without these the rest is of no use, and what there is instead tells what the model may be.
            throw new BadInputException(
                $"{file}: not a decoder with a KV cache: no {string.Join(", no ", _missing)}{(unknown is null ? "" : $"; it has {unknown}")}");
        }

        if (unknown is not null)
        {
            _problems.Add($"{file}: {unknown}: not known how to feed");
        }

        if (_problems.Count > 0)
        {
            throw BadInputException.Of(_problems);
        }

        return new DecoderLayout(
            ids!,
            mask!,
            positions,
            keep,
            keep is not null && Input(keep.Name)!.Dims.Count == 0,
            logits!.Name,
            logits.Type!.Value,
            logits.Dims[1] == 1,
            logits.Dims[2] ?? hints.Config!.VocabSize!.Value,
            hints.Config?.VocabSize,
            hints.GroupQueryAttention ? CacheMode.Shared : CacheMode.Growing,
            cache!.Value.Type,
            cache.Value.Tensors,
            hints.Config?.ContextLength,
            hints.Quantized);
    }

    private GraphValue? Input(string name) => inputs.FirstOrDefault(v => v.Name == name);

    private IdsInput? Ids(string name, bool required)
    {
        if (Input(name) is not { } input)
        {
            if (required)
            {
                _missing.Add($"input {name}");
            }

            return null;
        }

        _used.Add(name);
        if (input.Type is TensorElementType.Int32 or TensorElementType.Int64)
        {
            return new IdsInput(name, input.Type.Value);
        }

        _problems.Add($"{file}: input {name} is {input.Type?.ToString() ?? "not a tensor"}; Int32 or Int64 is needed");
        return null;
    }

    private GraphValue? Logits()
    {
        var logits = outputs.FirstOrDefault(v => v.Name == _names.Logits);
        if (logits is null)
        {
            _missing.Add($"output {_names.Logits}");
        }
        else if (logits.Type is not (TensorElementType.Float or TensorElementType.Float16))
        {
            _problems.Add($"{file}: logits are {logits.Type?.ToString() ?? "not a tensor"}; Float or Float16 is needed");
        }
        else if (logits.Dims.Count != 3)
        {
            _problems.Add($"{file}: logits have {logits.Dims.Count} dimensions; [batch, length, vocabulary] is needed");
        }
        else if (logits.Dims[2] is null && hints.Config?.VocabSize is null)
        {
            _problems.Add($"{file}: the logits' last dimension is free and no config.json or genai_config.json beside the model names vocab_size");
        }

        return logits;
    }

    private string? UnknownInputs()
    {
        const int shown = 4;
        var unknown = inputs.Where(v => !_used.Contains(v.Name)).Select(v => v.Name).ToList();
        return unknown.Count == 0
            ? null
            : $"input{(unknown.Count == 1 ? "" : "s")} {string.Join(", ", unknown.Take(shown))}{(unknown.Count > shown ? $" and {unknown.Count - shown} more" : "")}";
    }
}
