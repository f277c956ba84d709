using InferBench.Runtime.Sessions;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace InferBench.Runtime.Decoding;

/// <summary>Finds the states of convolutions and recurrences among a graph's inputs and outputs.</summary>
internal sealed class StateReader(string file, IReadOnlyList<GraphValue> inputs, IReadOnlyList<GraphValue> outputs)
{
    public IReadOnlyList<StateTensor> Read(HashSet<string> used, List<string> problems)
    {
        var states = new List<StateTensor>();
        foreach (var input in inputs)
        {
            if (DecoderNames.State(input.Name) is { } present)
            {
                used.Add(input.Name);
                if (Pair(input, present, problems) is { } state)
                {
                    states.Add(state);
                }
            }
        }

        return states;
    }

    private StateTensor? Pair(GraphValue past, string name, List<string> problems)
    {
        var present = outputs.FirstOrDefault(v => v.Name == name);
        if (present is null)
        {
            problems.Add($"{file}: input {past.Name} has no output {name}");
            return null;
        }

        if (past.Type is not (TensorElementType.Float or TensorElementType.Float16 or TensorElementType.BFloat16) || present.Type != past.Type)
        {
            problems.Add($"{file}: {past.Name} is {past.Type} and {name} is {present.Type}; a state in Float, Float16 or BFloat16 is needed");
            return null;
        }

        // The output may leave free what the input fixes, never the other way round: there is no other word on a state's size.
        var sizes = past.Dims.Skip(1).ToList();
        if (sizes.Count == 0 || sizes.Contains(null))
        {
            problems.Add($"{file}: {past.Name} is {GraphDims.Text(past.Dims)}; a state needs every size but the batch fixed");
            return null;
        }

        if (present.Dims.Count != past.Dims.Count || present.Dims.Zip(past.Dims).Any(d => d.First is { } f && d.Second is { } s && f != s))
        {
            problems.Add($"{file}: {past.Name} is {GraphDims.Text(past.Dims)} and {name} is {GraphDims.Text(present.Dims)}; a state keeps its shape");
            return null;
        }

        return new StateTensor(past.Name, name, past.Type.Value, [.. sizes.Select(d => d!.Value)]);
    }
}
