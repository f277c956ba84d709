using Google.Protobuf;
using InferBench.Models.Onnx;
using InferBench.Models.Synthetic;

namespace InferBench.Tests.Runtime.Decoding;

/// <summary>The tiny synthetic Llama, turned into forms that decoders have in the wild. Its weights stay where they are.</summary>
internal sealed class DecoderForms(SyntheticModels models)
{
    private const string Ids = "input_ids";
    private const string Mask = "attention_mask";
    private const string Positions = "position_ids";

    /// <summary>Width of the convolution less one: positions that its state remembers.</summary>
    private const int Remembered = 3;

    private const string Embedded = "/model/embed_tokens/Gather/output_0";

    /// <summary>What <see cref="BFloat16"/> adds to the logits.</summary>
    public const float BFloat16Shift = 256;

    public string Original => models.Build(ModelLayout.Optimum, "fp32");

    /// <summary>The form with one buffer for past and present.</summary>
    public string Shared => models.Build(ModelLayout.GenAi, "fp32");

    public string Int32() => Save("int32", (graph, add) =>
    {
        foreach (var name in new[] { Ids, Mask, Positions })
        {
            Reads(graph, name, $"{name}/int64");
            graph.Input.Single(v => v.Name == name).Type.TensorType.ElemType = (int)OnnxElementType.Int32;
            add.Node($"{name}/cast", "Cast", "", [name], [$"{name}/int64"], Attributes.Int("to", (long)OnnxElementType.Int64));
        }
    });

    public string ThreePlanes() => Save("mrope", (graph, add) =>
    {
        Reads(graph, Positions, "plane");
        graph.Input.Single(v => v.Name == Positions).Type.TensorType.Shape.Dim.Insert(0, new TensorShapeProto.Types.Dimension { DimValue = 3 });

        // All planes are equal for text: their mean is one of them only if each was filled.
        var sum = add.Node("planes/sum", "ReduceSum", [Positions, add.Constant(0)], Attributes.Int("keepdims", 0));
        add.Node("planes/mean", "Div", "", [sum, add.Scalar(3)], ["plane"]);
    });

    public string NoMask() => Save("no-mask", (graph, add) =>
    {
        Reads(graph, Mask, "ones");
        Remove(graph, Mask);
        var past = add.Node("mask/past", "Gather", [add.Node("mask/past_shape", "Shape", ["past_key_values.0.key"]), add.Constant(2)]);
        var shape = add.Node("mask/ids_shape", "Shape", [Ids]);
        var batch = add.Node("mask/batch", "Gather", [shape, add.Constant(0)]);
        var total = add.Node("mask/total", "Add", [past, add.Node("mask/length", "Gather", [shape, add.Constant(1)])]);
        var dims = add.Node("mask/dims", "Concat", [batch, total], Attributes.Int("axis", 0));
        add.Node("mask/expand", "Expand", "", [add.Constant(1), dims], ["ones"]);
    });

    public string LogitsToKeep() => Save("keep", (graph, add) =>
    {
        graph.Node.Single(n => n.Output.Contains("logits")).Output[0] = "logits/all";
        add.Input("num_logits_to_keep", OnnxElementType.Int64);
        var start = add.Node("keep/start", "Unsqueeze", [add.Node("keep/neg", "Neg", ["num_logits_to_keep"]), add.Constant(0)]);
        add.Node("keep/slice", "Slice", "", ["logits/all", start, add.Constant(long.MaxValue), add.Constant(1)], ["logits"]);
    });

    /// <summary>
    /// Logits, caches and all in bfloat16 to the outside, as a bf16 model has them, around a decoder that the CPU can run. The logits are moved to
    /// where a step is 1 or 2, so that rounding makes many of them equal.
    /// </summary>
    public string BFloat16() => Save("bf16", (graph, add) =>
    {
        foreach (var value in graph.Input.Concat(graph.Output).Where(value => value.Type.TensorType.ElemType == (int)OnnxElementType.Float))
        {
            value.Type.TensorType.ElemType = (int)OnnxElementType.BFloat16;
            Reads(graph, value.Name, $"{value.Name}/wide");
            if (value.Name != "logits")
            {
                add.Node($"{value.Name}/widen", "Cast", "", [value.Name], [$"{value.Name}/wide"], Attributes.Int("to", (long)OnnxElementType.Float));
            }
        }

        foreach (var output in graph.Output.Select(output => output.Name))
        {
            Writes(graph, output, $"{output}/fp32");
            var exact = output == "logits" ? add.Node("logits/Add", "Add", ["logits/fp32", add.Scalar(BFloat16Shift, OnnxElementType.Float)]) : $"{output}/fp32";
            add.Node($"{output}/narrow", "Cast", "", [exact], [output], Attributes.Int("to", (long)OnnxElementType.BFloat16));
        }
    });

    public string OneSequence() => Save("batch-1", (graph, _) =>
    {
        foreach (var input in graph.Input)
        {
            input.Type.TensorType.Shape.Dim[0] = new TensorShapeProto.Types.Dimension { DimValue = 1 };
        }
    });

    /// <summary>The second layer's cache is called the eighth's, as in models where other layers lie between.</summary>
    public string Gaps() => Save("gaps", (graph, _) =>
    {
        foreach (var which in new[] { "key", "value" })
        {
            Reads(graph, $"past_key_values.1.{which}", $"past_key_values.7.{which}");
            graph.Input.Single(v => v.Name == $"past_key_values.1.{which}").Name = $"past_key_values.7.{which}";
            Reads(graph, $"present.1.{which}", $"present.7.{which}");
            Writes(graph, $"present.1.{which}", $"present.7.{which}");
            graph.Output.Single(v => v.Name == $"present.1.{which}").Name = $"present.7.{which}";
        }
    });

    /// <summary>Optimum's merged decoder: without a cache in one branch, with one in the other. The former would fail on a cache that is not empty.</summary>
    public string Merged() => Save("merged", (graph, add) =>
    {
        var nodes = graph.Node.ToList();
        graph.Node.Clear();
        add.Input("use_cache_branch", OnnxElementType.Bool, "1");
        var outputs = graph.Output.Select(o => o.Name).ToArray();
        add.Node(
            "merged", "If", "", ["use_cache_branch"], outputs,
            MergedBranch.Of("then_branch", graph, nodes, withCache: true), MergedBranch.Of("else_branch", graph, nodes, withCache: false));
    });

    /// <summary>A depthwise causal convolution behind the embeddings, whose last inputs are the next step's state.</summary>
    /// <param name="frozen">Whether the state comes back as it was given.</param>
    public string Convolution(bool frozen = false) => Save(frozen ? "frozen" : "conv", (graph, add) =>
    {
        const int hidden = 64;
        Writes(graph, Embedded, "embedded");
        add.Input("past_conv.0", OnnxElementType.Float, "batch_size", "64", "3");
        add.Output("present_conv.0", OnnxElementType.Float, "batch_size", "64", "3");
        var kernel = new TensorProto { Name = "conv/kernel", DataType = (int)OnnxElementType.Float };
        kernel.Dims.Add([hidden, 1, Remembered + 1]);
        kernel.FloatData.Add(Enumerable.Range(0, hidden * (Remembered + 1)).Select(i => 0.1f + (0.2f * (i % (Remembered + 1)))));
        graph.Initializer.Add(kernel);
        var columns = add.Node("conv/in", "Transpose", ["embedded"], Attributes.Ints("perm", 0, 2, 1));
        var joined = add.Node("conv/join", "Concat", ["past_conv.0", columns], Attributes.Int("axis", 2));
        var mixed = add.Node("conv/Conv", "Conv", [joined, "conv/kernel"], Attributes.Int("group", hidden));
        add.Node("conv/out", "Transpose", "", [mixed], [Embedded], Attributes.Ints("perm", 0, 2, 1));
        if (frozen)
        {
            add.Node("conv/state", "Identity", "", ["past_conv.0"], ["present_conv.0"]);
        }
        else
        {
            add.Node("conv/state", "Slice", "", [joined, add.Constant(-Remembered), add.Constant(long.MaxValue), add.Constant(2)], ["present_conv.0"]);
        }
    });

    /// <summary>Declares a growing cache and hands back what it was given.</summary>
    public string NeverGrows() => Save("stuck", (graph, add) =>
    {
        Reads(graph, "present.0.key", "grown");
        Writes(graph, "present.0.key", "grown");
        add.Node("stuck", "Identity", "", ["past_key_values.0.key"], ["present.0.key"]);
    });

    /// <summary>The cache grows by shape, and what it holds is nothing.</summary>
    public string ForgetsAll() => Save("forgets", (graph, add) =>
    {
        Reads(graph, "present.0.key", "grown");
        Writes(graph, "present.0.key", "grown");
        add.Node("forgets", "Mul", "", ["grown", add.Scalar(0f, OnnxElementType.Float)], ["present.0.key"]);
    });

    /// <summary>A shared cache, and positions that every logit depends on.</summary>
    public string SharedWithPositions() => Save(
        "shared-positions",
        (graph, add) =>
        {
            add.Input(Positions, OnnxElementType.Int64, "batch_size", "sequence_length");
            var number = add.Node("positions/cast", "Cast", [Positions], Attributes.Int("to", (long)OnnxElementType.Float));
            Scale(graph, add, add.Node("positions/wave", "Sin", [number]), 2);
        },
        Shared);

    /// <summary>A shared cache, and embeddings times the mask's last place: they are nothing where that is not the last token's.</summary>
    public string SharedReadingLastMask() => Save(
        "shared-last-mask",
        (graph, add) =>
        {
            var last = add.Node("mask/last", "Gather", [Mask, add.Constant(-1)], Attributes.Int("axis", 1));
            Scale(graph, add, add.Node("mask/cast", "Cast", [last], Attributes.Int("to", (long)OnnxElementType.Float)), 2);
        },
        Shared);

    /// <summary>Multiplies embeddings, [batch, length, hidden], by a factor for each token or sequence.</summary>
    private static void Scale(GraphProto graph, GraphBuilder add, string factors, long axis)
    {
        Writes(graph, Embedded, "embedded");
        add.Node("scale", "Mul", "", ["embedded", add.Node("scale/factors", "Unsqueeze", [factors, add.Constant(axis)])], [Embedded]);
    }

    private string Save(string name, Action<GraphProto, GraphBuilder> change, string? original = null)
    {
        original ??= Original;
        var path = Path.Combine(Path.GetDirectoryName(original)!, $"{name}.onnx");
        if (!File.Exists(path))
        {
            var model = ModelProto.Parser.ParseFrom(File.ReadAllBytes(original));
            var add = new GraphBuilder("none");
            change(model.Graph, add);
            var known = model.Graph.Initializer.Select(t => t.Name).ToHashSet();
            model.Graph.Input.Add(add.Graph.Input);
            model.Graph.Output.Add(add.Graph.Output);
            model.Graph.Initializer.Add(add.Graph.Initializer.Where(t => !known.Contains(t.Name)));
            model.Graph.Node.Add(add.Graph.Node);
            Sort(model.Graph);
            File.WriteAllBytes(path, model.ToByteArray());
        }

        return path;
    }

    private static void Reads(GraphProto graph, string from, string to)
    {
        foreach (var node in graph.Node)
        {
            for (var i = 0; i < node.Input.Count; i++)
            {
                node.Input[i] = node.Input[i] == from ? to : node.Input[i];
            }
        }
    }

    private static void Writes(GraphProto graph, string from, string to)
    {
        var node = graph.Node.Single(n => n.Output.Contains(from));
        node.Output[node.Output.IndexOf(from)] = to;
    }

    private static void Remove(GraphProto graph, string input) => graph.Input.Remove(graph.Input.Single(v => v.Name == input));

    /// <summary>The format wants every node behind those that it reads.</summary>
    private static void Sort(GraphProto graph)
    {
        var made = graph.Node.SelectMany(n => n.Output).ToHashSet();
        var left = graph.Node.ToList();
        graph.Node.Clear();
        while (left.Count > 0)
        {
            var ready = left.Where(n => !n.Input.Any(made.Contains)).ToList();
            Assert.NotEmpty(ready);
            foreach (var node in ready)
            {
                graph.Node.Add(node);
                left.Remove(node);
                made.ExceptWith(node.Output);
            }
        }
    }
}
