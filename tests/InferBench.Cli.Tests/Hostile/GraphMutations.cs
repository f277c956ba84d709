using System.Globalization;
using Google.Protobuf;
using InferBench.Models.Onnx;

namespace InferBench.Cli.Tests.Hostile;

/// <summary>Graphs that are well-formed protobuf and make no sense, or too much of it.</summary>
internal static class GraphMutations
{
    private static readonly string[] BadNames = ["", "a\nb", "\u001b[31mred", "\u202Eder", new('n', 65_000), "a\0b", "inferbench: ok", "{\"agrees\":true}"];

    public static IEnumerable<Mutation> Of(string source)
    {
        Mutation Make(string name, Action<ModelProto, Random> edit, int seed = 0) =>
            new(string.Create(CultureInfo.InvariantCulture, $"graph, {name}, seed {seed}"), source, site => site.Edit(model => edit(model, new Random(seed))));

        yield return Make("no nodes", (model, _) => model.Graph.Node.Clear());
        yield return Make("no inputs", (model, _) => model.Graph.Input.Clear());
        yield return Make("no outputs", (model, _) => model.Graph.Output.Clear());
        yield return Make("no initializers", (model, _) => model.Graph.Initializer.Clear());
        yield return Make("no graph", (model, _) => model.Graph = null);
        yield return Make("a cycle", (model, _) => model.Graph.Node[0].Input[0] = model.Graph.Node[^1].Output[0]);
        yield return Make("nodes in reverse", (model, _) =>
        {
            var nodes = model.Graph.Node.Reverse().ToList();
            model.Graph.Node.Clear();
            model.Graph.Node.Add(nodes);
        });
        yield return Make("every initializer twice", (model, _) => model.Graph.Initializer.Add(model.Graph.Initializer.Select(tensor => tensor.Clone()).ToList()));
        yield return Make("every node twice", (model, _) => model.Graph.Node.Add(model.Graph.Node.Select(node => node.Clone()).ToList()));
        yield return Make("every input twice", (model, _) => model.Graph.Input.Add(model.Graph.Input.Select(input => input.Clone()).ToList()));
        yield return Make("every output twice", (model, _) => model.Graph.Output.Add(model.Graph.Output.Select(output => output.Clone()).ToList()));
        yield return Make("outputs that nothing makes", (model, _) => model.Graph.Output.Add(new ValueInfoProto { Name = "nowhere" }));
        yield return Make("nested graphs, 31", (model, _) => model.Graph.Node.Add(Nested(31)));
        yield return Make("nested graphs, 90", (model, _) => model.Graph.Node.Add(Nested(90)));
        yield return Make("200,000 nodes", (model, _) => model.Graph.Node.Add(Enumerable.Range(0, 200_000).Select(_ => new NodeProto { OpType = "Identity" })));
        yield return Make("a node of 300,000 inputs", (model, _) => model.Graph.Node[0].Input.Add(Enumerable.Repeat("x", 300_000)));
        yield return Make("five million nodes", (model, _) => model.Graph.Node.Add(Enumerable.Repeat(new NodeProto(), 5_000_000)));
        yield return Make("100,000 metadata entries", (model, _) =>
            model.MetadataProps.Add(Enumerable.Range(0, 100_000).Select(i => new StringStringEntryProto { Key = $"{i}", Value = "x" })));
        yield return Make("a list of three million integers", (model, _) =>
        {
            var list = new AttributeProto { Name = "many", Type = AttributeProto.Types.Kind.Ints };
            list.Ints.Add(Enumerable.Repeat(1L, 3_000_000));
            model.Graph.Node[0].Attribute.Add(list);
        });
        yield return Make("a function that calls itself", (model, _) => CallItself(model));
        yield return Make("a constant of 256 MB", (model, _) => AddFill(model, 1 << 26));
        yield return Make("a constant of 2^60 elements", (model, _) => AddFill(model, 1L << 60));
        yield return Make("a loop that never ends", (model, _) => AddLoop(model)) with { NeverEnds = true };
        foreach (var version in (long[])[0, -1, 1, 5, 999, long.MaxValue])
        {
            yield return Make(string.Create(CultureInfo.InvariantCulture, $"IR version {version}"), (model, _) => model.IrVersion = version);
            yield return Make(string.Create(CultureInfo.InvariantCulture, $"operator sets {version}"), (model, _) => model.OpsetImport.ToList().ForEach(opset => opset.Version = version));
        }

        yield return Make("no operator sets", (model, _) => model.OpsetImport.Clear());
        foreach (var (i, bad) in BadNames.Index())
        {
            yield return Make("operator with a bad name", (model, random) => Any(model.Graph.Node, random).OpType = bad, i);
            yield return Make("domain with a bad name", (model, random) => Any(model.Graph.Node, random).Domain = bad, i);
            yield return Make("tensor with a bad name", (model, random) => Any(model.Graph.Initializer, random).Name = bad, i);
            yield return Make("input with a bad name", (model, random) => Any(model.Graph.Input, random).Name = bad, i);
            yield return Make("output with a bad name", (model, random) => Any(model.Graph.Output, random).Name = bad, i);
        }

        for (var seed = 0; seed < 6; seed++)
        {
            yield return Make("a node is missing", (model, random) => model.Graph.Node.RemoveAt(random.Next(model.Graph.Node.Count)), seed);
            yield return Make("a node of another kind", (model, random) => Any(model.Graph.Node, random).OpType = Any(model.Graph.Node, random).OpType, seed);
            yield return Make("a node without attributes", (model, random) => Any(model.Graph.Node.Where(node => node.Attribute.Count > 0).ToList(), random).Attribute.Clear(), seed);
            yield return Make("an attribute of a wild value", (model, random) =>
                Any(model.Graph.Node.SelectMany(node => node.Attribute).Where(attribute => attribute.HasI).ToList(), random).I = Any<long>([-1, 0, long.MaxValue, long.MinValue, 1 << 30], random), seed);
            yield return Make("a tensor is missing", (model, random) => model.Graph.Initializer.RemoveAt(random.Next(model.Graph.Initializer.Count)), seed);
            yield return Make("a tensor of another type", (model, random) =>
                Any(model.Graph.Initializer, random).DataType = Any([-1, 0, 2, 6, 7, 8, 10, 16, 21, 22, 99, int.MaxValue], random), seed);
            yield return Make("a tensor of another shape", (model, random) => Reshape(Any(model.Graph.Initializer, random), Any(WildShapes, random)), seed);
            yield return Make("an input of another type", (model, random) => TypeOf(Any(model.Graph.Input, random)).ElemType = Any([-1, 0, 1, 7, 8, 10, 99], random), seed);
            yield return Make("an input of another shape", (model, random) => Reshape(TypeOf(Any(model.Graph.Input, random)).Shape, random), seed);
            yield return Make("an output of another shape", (model, random) => Reshape(TypeOf(Any(model.Graph.Output, random)).Shape, random), seed);
        }
    }

    private static readonly long[][] WildShapes =
        [[-1], [0], [], [1L << 62], [1L << 31, 1L << 31, 4], [long.MaxValue, long.MaxValue], [3_037_000_500, 3_037_000_500], [1, 1, 1, 1, 1, 1, 1, 1, 1], [.. Enumerable.Repeat(1L, 70)]];

    private static T Any<T>(IReadOnlyList<T> among, Random random) => among[random.Next(among.Count)];

    private static TypeProto.Types.Tensor TypeOf(ValueInfoProto value) => value.Type?.TensorType ?? (value.Type = new TypeProto { TensorType = new TypeProto.Types.Tensor() }).TensorType;

    private static void Reshape(TensorProto tensor, long[] dims)
    {
        tensor.Dims.Clear();
        tensor.Dims.Add(dims);
    }

    private static void Reshape(TensorShapeProto? shape, Random random)
    {
        foreach (var dim in shape?.Dim ?? [])
        {
            dim.DimValue = Any([-1, 0, 1, 3, 1L << 31, 1L << 40, long.MaxValue], random);
        }
    }

    private static NodeProto Nested(int depth)
    {
        var node = new NodeProto { OpType = "If" };
        for (var i = 0; i < depth; i++)
        {
            var graph = new GraphProto { Name = "g" };
            graph.Node.Add(node);
            node = new NodeProto { OpType = "If" };
            node.Attribute.Add(new AttributeProto { Name = "then_branch", G = graph, Type = AttributeProto.Types.Kind.Graph });
        }

        return node;
    }

    private static void CallItself(ModelProto model)
    {
        var function = new FunctionProto { Name = "Again", Domain = "local" };
        function.Node.Add(new NodeProto { OpType = "Again", Domain = "local" });
        model.Functions.Add(function);
        model.OpsetImport.Add(new OperatorSetIdProto { Domain = "local", Version = 1 });
        model.Graph.Node.Add(new NodeProto { OpType = "Again", Domain = "local" });
    }

    private static void AddFill(ModelProto model, long elements)
    {
        var shape = new TensorProto { Name = "fill_shape", DataType = 7 };
        shape.Dims.Add(1);
        shape.Int64Data.Add(elements);
        model.Graph.Initializer.Add(shape);
        var node = new NodeProto { OpType = "ConstantOfShape" };
        node.Input.Add("fill_shape");
        node.Output.Add("fill");
        model.Graph.Node.Add(node);
        model.Graph.Output.Add(new ValueInfoProto { Name = "fill", Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = 1 } } });
    }

    private static void AddLoop(ModelProto model)
    {
        var body = new GraphProto { Name = "body" };
        body.Input.Add(new ValueInfoProto { Name = "i", Type = Scalar(7) });
        body.Input.Add(new ValueInfoProto { Name = "go", Type = Scalar(9) });
        body.Input.Add(new ValueInfoProto { Name = "state", Type = Scalar(7) });
        body.Node.Add(Identity("go", "go_out"));
        body.Node.Add(Identity("i", "state_out"));
        body.Output.Add(new ValueInfoProto { Name = "go_out", Type = Scalar(9) });
        body.Output.Add(new ValueInfoProto { Name = "state_out", Type = Scalar(7) });
        model.Graph.Initializer.Add(new TensorProto { Name = "go_on", DataType = 9, RawData = ByteString.CopyFrom(1) });
        model.Graph.Initializer.Add(new TensorProto { Name = "begin", DataType = 7, RawData = ByteString.CopyFrom(new byte[8]) });
        var loop = new NodeProto { OpType = "Loop" };
        loop.Input.Add(["", "go_on", "begin"]);
        loop.Output.Add("end");
        loop.Attribute.Add(new AttributeProto { Name = "body", G = body, Type = AttributeProto.Types.Kind.Graph });
        model.Graph.Node.Add(loop);
        model.Graph.Output.Add(new ValueInfoProto { Name = "end", Type = Scalar(7) });
    }

    private static NodeProto Identity(string from, string to)
    {
        var node = new NodeProto { OpType = "Identity" };
        node.Input.Add(from);
        node.Output.Add(to);
        return node;
    }

    private static TypeProto Scalar(int type) => new() { TensorType = new TypeProto.Types.Tensor { ElemType = type, Shape = new TensorShapeProto() } };
}
