using InferBench.Core.Errors;
using InferBench.Models.Tensors;
using InferBench.Runtime.Execution;

namespace InferBench.Runtime.Scoring;

/// <summary>Runs a one-shot model and its reference on the same inputs and compares what they return.</summary>
public static class OneShotQuality
{
    /// <summary>Made-up sets of inputs, where the reference has no test data of its own.</summary>
    private const int MadeUpSets = 16;

    /// <param name="model">ONNX file.</param>
    /// <param name="reference">ONNX file whose outputs are taken for right; its inputs decide.</param>
    /// <param name="provider">Execution provider of both.</param>
    /// <param name="threads">Intra-op threads.</param>
    /// <param name="inputs">Overrides of made-up inputs, which take the place of test data; null for none.</param>
    /// <param name="dims">Sizes of open dimensions of made-up inputs, likewise.</param>
    /// <exception cref="BadInputException">A model cannot be run, or they have no output in common that can be compared.</exception>
    public static OneShotScore Measure(
        string model, string reference, string provider, int threads, IReadOnlyList<string>? inputs = null, IReadOnlyList<string>? dims = null)
    {
        using var own = OneShotSession.Load(model, provider, threads);
        using var other = OneShotSession.Load(reference, provider, threads);
        var (sets, fromData) = Inputs(other, reference, inputs ?? [], dims ?? []);
        var tally = new OutputTally(Path.GetFileName(model), Path.GetFileName(reference));
        foreach (var set in sets)
        {
            tally.Add(own.Run(Converted(set, own)), other.Run(set));
        }

        return tally.Result(sets.Count, fromData);
    }

    private static (IReadOnlyList<IReadOnlyDictionary<string, HostValue>> Sets, bool FromData) Inputs(
        OneShotSession session, string file, IReadOnlyList<string> overrides, IReadOnlyList<string> dims)
    {
        var data = overrides.Count + dims.Count == 0 ? TestDataSet.Find(Path.GetDirectoryName(Path.GetFullPath(file))!) : [];
        if (data.Count > 0)
        {
            return ([.. data.Select(set => set.Inputs(session.Inputs))], true);
        }

        var synthesis = new InputSynthesis(session.Inputs, session.Outline, dims, overrides);
        return ([.. Enumerable.Range(0, MadeUpSets).Select(synthesis.Make)], false);
    }

    /// <summary>A model in half precision may take its inputs so.</summary>
    private static Dictionary<string, HostValue> Converted(IReadOnlyDictionary<string, HostValue> inputs, OneShotSession session)
    {
        var wanted = session.Inputs.ToDictionary(input => input.Name, input => input.Type.ElementType, StringComparer.Ordinal);
        var converted = new Dictionary<string, HostValue>(StringComparer.Ordinal);
        foreach (var (name, value) in inputs)
        {
            converted[name] = value is HostTensor { Strings: null } tensor && wanted.GetValueOrDefault(name) is { } type && type != tensor.ElementType
                ? HostTensor.OfNumbers(type, tensor.Dims, OutputTally.Numbers(tensor))
                : value;
        }

        return converted;
    }
}
