using InferBench.Core.Errors;
using InferBench.Runtime.Sessions;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace InferBench.Runtime.Decoding;

/// <summary>Recognises a decoder by its inputs and outputs, in the names of Optimum and of ONNX Runtime GenAI.</summary>
internal sealed class DecoderLayoutReader(string file, IReadOnlyList<GraphValue> inputs, IReadOnlyList<GraphValue> outputs, DecoderHints hints)
{
    private const int PlanesOfImages = 3;

    private readonly DecoderNames _names = new(hints.Config?.GenAi);
    private readonly List<string> _missing = [];
    private readonly List<string> _problems = [];
    private readonly HashSet<string> _used = [];

    /// <exception cref="BadInputException">No decoder, or one with something that cannot be fed; all problems at once.</exception>
    public DecoderLayout Read()
    {
        var ids = Ids(_names.InputIds, "[batch, length]", rank => rank == 2);
        var mask = Ids(_names.AttentionMask, "[batch, length]", rank => rank == 2);
        var positions = Ids(_names.PositionIds, "[batch, length] or [3, batch, length]", rank => rank is 2 or 3);
        var keep = _names.LogitsToKeep.Select(name => Ids(name, "a scalar or [1]", rank => rank < 2)).FirstOrDefault(k => k is not null);
        var branch = CacheBranch();
        var logits = Logits();
        var (cacheType, cache) = new CacheReader(file, inputs, outputs, _names, hints.Config).Read(_used, _problems);
        var states = new StateReader(file, inputs, outputs).Read(_used, _problems);
        RefuseHalves(cache);
        if (ids is null && Input(_names.InputIds) is null)
        {
            _missing.Insert(0, $"input {_names.InputIds}");
        }

        if (!inputs.Any(v => _names.Cache(v.Name) is not null || DecoderNames.State(v.Name) is not null))
        {
            _missing.Add("inputs past_key_values.N.key and .value");
        }

        ThrowIfAnything();
        return new DecoderLayout(
            ids!,
            mask,
            positions,
            keep,
            keep is not null && Input(keep.Name)!.Dims.Count == 0,
            logits!.Name,
            logits.Type!.Value,
            logits.Dims[1] == 1,
            logits.Dims[2] ?? hints.Config!.VocabSize!.Value,
            hints.Config?.VocabSize,
            cache.Count == 0 ? CacheMode.Fixed : cache.All(t => hints.GroupQueryAttention.Contains(t.Past)) ? CacheMode.Shared : CacheMode.Growing,
            cacheType,
            cache,
            hints.Config?.ContextLength,
            hints.Quantized)
        {
            PositionPlanes = positions is not null && Input(positions.Name)!.Dims.Count == PlanesOfImages ? PlanesOfImages : 1,
            UseCacheBranch = branch,
            States = states,
            FixedBatch = Input(ids!.Name)!.Dims[0],
            BosTokenId = hints.Config?.BosTokenId,
            EosTokenIds = hints.Config?.EosTokenIds,
        };
    }

    private void ThrowIfAnything()
    {
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
    }

    /// <summary>Optimum's older exports are two files, the prompt's pass and the later steps; one session is measured here, so one file is needed.</summary>
    private void RefuseHalves(IReadOnlyList<CacheTensor> cache)
    {
        const string mend = "use the merged file of the same export (decoder_model_merged.onnx), or export again as one model.onnx";
        if (Input(_names.InputIds) is { Dims: [_, { } length] } ids)
        {
            _problems.Add(length == 1 && cache.Count > 0
                ? $"{file}: {ids.Name} takes 1 token at a time: the pass over the prompt is in another file, decoder_model.onnx; {mend}"
                : FormattableString.Invariant($"{file}: {ids.Name} has a fixed length of {length}; a free one is needed"));
        }

        if (cache.Count == 0 && _problems.Count == 0 && outputs.FirstOrDefault(v => _names.IsPresent(v.Name)) is { } present)
        {
            throw new BadInputException(
                $"{file}: gives a cache ({present.Name}) and takes none: the steps after the prompt are in another file, decoder_with_past_model.onnx; {mend}");
        }
    }

    private GraphValue? Input(string name) => inputs.FirstOrDefault(v => v.Name == name);

    private IdsInput? Ids(string name, string shape, Func<int, bool> fits)
    {
        if (Input(name) is not { } input)
        {
            return null;
        }

        _used.Add(name);
        if (input.Type is not (TensorElementType.Int32 or TensorElementType.Int64))
        {
            _problems.Add($"{file}: input {name} is {input.Type?.ToString() ?? "not a tensor"}; Int32 or Int64 is needed");
            return null;
        }

        if (!fits(input.Dims.Count) || (input.Dims.Count == PlanesOfImages && input.Dims[0] is not (PlanesOfImages or null)))
        {
            _problems.Add($"{file}: input {name} is {GraphDims.Text(input.Dims)}; {shape} is needed");
            return null;
        }

        return new IdsInput(name, input.Type.Value);
    }

    private string? CacheBranch()
    {
        if (Input(_names.UseCacheBranch) is not { } input)
        {
            return null;
        }

        _used.Add(input.Name);
        if (input is not { Type: TensorElementType.Bool, Dims.Count: 1 })
        {
            _problems.Add($"{file}: input {input.Name} is {input.Type} {GraphDims.Text(input.Dims)}; Bool [1] is needed");
        }

        return input.Name;
    }

    private GraphValue? Logits()
    {
        var logits = outputs.FirstOrDefault(v => v.Name == _names.Logits);
        if (logits is null)
        {
            _missing.Add($"output {_names.Logits}");
        }
        else if (!LogitsElements.IsReadable(logits.Type))
        {
            _problems.Add($"{file}: logits are {logits.Type?.ToString() ?? "not a tensor"}; {LogitsElements.Names} is needed");
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
