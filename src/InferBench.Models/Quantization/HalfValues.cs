using System.Runtime.InteropServices;
using InferBench.Models.Onnx;
using InferBench.Models.Synthetic;

namespace InferBench.Models.Quantization;

/// <summary>Every float value of a graph in the forms that exist of it: 16 bits, 32 bits, or both with a Cast between.</summary>
internal sealed class HalfValues(ModelEdit edit, ElementTypes types, HalfNumbers numbers, List<NodeProto> nodes)
{
    private readonly Dictionary<string, TensorProto> _constants = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Name, bool Half), string> _forms = [];
    private readonly HashSet<string> _natively16 = new(StringComparer.Ordinal);

    /// <summary>Cast nodes that were added.</summary>
    public int Casts { get; private set; }

    /// <summary>Takes the float constants out of the graph; they come back in the form that is asked for.</summary>
    public void TakeConstants()
    {
        var graph = edit.Model.Graph;
        var kept = new List<TensorProto>();
        foreach (var tensor in graph.Initializer)
        {
            if ((OnnxElementType)tensor.DataType == OnnxElementType.Float && edit.Index.Constant(tensor.Name) is not null)
            {
                _constants.Add(tensor.Name, tensor);
            }
            else
            {
                kept.Add(tensor);
            }
        }

        graph.Initializer.Clear();
        graph.Initializer.Add(kept);
        foreach (var node in graph.Node.Where(n => n.Is("Constant") && types.IsFloat(n.Output[0])))
        {
            if (node.Attribute("value")?.T is { } tensor)
            {
                _constants.TryAdd(node.Output[0], tensor);
            }
        }
    }

    public void TakeInputs(bool keep)
    {
        foreach (var input in edit.Model.Graph.Input.Where(i => types.IsFloat(i.Name) && !_constants.ContainsKey(i.Name)))
        {
            var overridable = edit.Model.Graph.Initializer.Any(t => t.Name == input.Name);
            Made(input.Name, !keep && !overridable);
            if (!keep && !overridable)
            {
                input.Type.TensorType.ElemType = (int)OnnxElementType.Float16;
            }
        }
    }

    /// <summary>Notes that a node has made a value.</summary>
    public void Made(string name, bool half)
    {
        if (types.IsFloat(name))
        {
            _forms[(name, half)] = name;
            if (half)
            {
                _natively16.Add(name);
            }
        }
    }

    /// <summary>The name under which a value is there in the wanted form; adds a Cast or stores a constant when it is not yet.</summary>
    public string Read(string name, bool half)
    {
        if (!types.IsFloat(name) || _forms.TryGetValue((name, half), out var form))
        {
            return types.IsFloat(name) ? _forms[(name, half)] : name;
        }

        if (_constants.TryGetValue(name, out var constant))
        {
            return _forms[(name, half)] = Store(name, constant, half);
        }

        if (!_forms.TryGetValue((name, !half), out var other))
        {
            // Of a graph inside another: its own values stay in 32 bits.
            return name;
        }

        var cast = edit.Unique($"{name}/{(half ? "fp16" : "fp32")}");
        AddCast(other, cast, half);
        return _forms[(name, half)] = cast;
    }

    /// <summary>Sees to it that the graph's outputs have their names in the type that callers are promised.</summary>
    public void GiveOutputs(bool keep)
    {
        foreach (var output in edit.Model.Graph.Output.Where(o => types.IsFloat(o.Name)))
        {
            if (!keep)
            {
                output.Type.TensorType.ElemType = (int)OnnxElementType.Float16;
            }

            if (_constants.ContainsKey(output.Name))
            {
                Read(output.Name, half: !keep);
            }

            if (_forms.GetValueOrDefault((output.Name, !keep)) == output.Name)
            {
                continue;
            }

            var inner = edit.Unique($"{output.Name}/{(keep ? "fp16" : "fp32")}");
            Rename(output.Name, inner);
            AddCast(inner, output.Name, half: !keep);
        }
    }

    /// <summary>Corrects the declared types of values inside the graph.</summary>
    public void Declare()
    {
        foreach (var value in edit.Model.Graph.ValueInfo.Where(v => _natively16.Contains(v.Name) && v.Type?.TensorType is not null))
        {
            value.Type.TensorType.ElemType = (int)OnnxElementType.Float16;
        }
    }

    private void AddCast(string from, string to, bool half)
    {
        var type = half ? OnnxElementType.Float16 : OnnxElementType.Float;
        nodes.Add(Nodes.Create(edit.Unique($"{to}/Cast"), "Cast", [from], [to], Attributes.Int("to", (long)type)));
        Casts++;
    }

    private void Rename(string from, string to)
    {
        foreach (var node in nodes.Concat(GraphIndex.Subgraphs(nodes).SelectMany(GraphIndex.SelfAndSubgraphs).SelectMany(g => g.Node)))
        {
            for (var i = 0; i < node.Input.Count; i++)
            {
                node.Input[i] = node.Input[i] == from ? to : node.Input[i];
            }

            for (var i = 0; i < node.Output.Count; i++)
            {
                node.Output[i] = node.Output[i] == from ? to : node.Output[i];
            }
        }
    }

    private string Store(string name, TensorProto constant, bool half)
    {
        // The first form that is asked for keeps the name.
        var stored = _forms.ContainsKey((name, !half)) ? edit.Unique($"{name}/{(half ? "fp16" : "fp32")}") : name;
        var graph = edit.Model.Graph;
        long[] dims = [.. constant.Dims];
        if (!half)
        {
            var copy = constant.Clone();
            copy.Name = stored;
            graph.Initializer.Add(copy);
        }
        else if (constant.DataLocation == 1)
        {
            graph.Initializer.Add(edit.Data.Add(stored, OnnxElementType.Float16, new HalfContent(edit.Source, constant, numbers), dims));
        }
        else
        {
            var floats = MemoryMarshal.Cast<byte, float>(InlineTensor.Bytes(constant));
            var halves = new Half[floats.Length];
            numbers.ConvertConstant(floats, halves);
            graph.Initializer.Add(InlineTensor.Create(stored, OnnxElementType.Float16, dims, MemoryMarshal.AsBytes<Half>(halves)));
        }

        return stored;
    }
}
