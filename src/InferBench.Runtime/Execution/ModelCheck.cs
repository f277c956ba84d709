using System.Globalization;
using InferBench.Core.Errors;
using InferBench.Models;
using InferBench.Models.Tensors;

namespace InferBench.Runtime.Execution;

/// <summary>Runs a model and holds what it returns against a reference, its own test data, or nothing but itself.</summary>
public static class ModelCheck
{
    // References were measured so, and more threads may add in another order.
    private const int Threads = 1;

    /// <exception cref="BadInputException">The model cannot be run, or what it should be held against cannot be used.</exception>
    public static CheckReport Run(CheckRequest request)
    {
        var (inputs, dims) = (request.Inputs ?? [], request.Dims ?? []);
        var overridden = inputs.Count + dims.Count > 0;
        if (request.Reference is not null && overridden)
        {
            throw new BadInputException("--reference says what to feed; leave out --input and --dim");
        }

        var file = ModelFolder.Resolve(request.Path);
        var reference = request.Reference is { } path ? ReferenceReader.Read(path) : null;
        using var session = OneShotSession.Load(file, request.Provider, Threads);
        var sets = reference is null && !overridden ? TestDataSet.Find(Path.GetDirectoryName(file)!) : [];
        var (source, runs) = reference is not null ? (CheckSource.Reference, AgainstReference(session, reference))
            : sets.Count > 0 ? (CheckSource.TestData, [.. sets.Select(set => AgainstData(session, set))])
            : (CheckSource.MadeUp, [AgainstItself(session, new InputSynthesis(session.Inputs, session.Outline, dims, inputs).Make())]);
        return new CheckReport(Path.GetFileName(file), request.Provider, source, runs);
    }

    private static List<CheckedRun> AgainstReference(OneShotSession session, IReadOnlyList<ReferenceRun> reference)
    {
        var runs = new List<CheckedRun>();
        RunResult? previous = null;
        foreach (var run in reference)
        {
            var inputs = ReferenceInputs.Make(session, run, previous);
            previous = session.Run(inputs);
            var name = runs.Count == 0 ? "reference" : string.Create(CultureInfo.InvariantCulture, $"reference, step {runs.Count}");
            runs.Add(new CheckedRun(name, InputSynthesis.Describe(inputs), Compare(session, previous, run.Outputs)));
        }

        return runs;
    }

    private static CheckedRun AgainstData(OneShotSession session, TestDataSet set)
    {
        var inputs = set.Inputs(session.Inputs);
        var expected = set.Outputs(session.Outputs);
        return new CheckedRun(set.Name, InputSynthesis.Describe(inputs), Compare(session, session.Run(inputs), expected));
    }

    private static CheckedRun AgainstItself(OneShotSession session, IReadOnlyDictionary<string, HostValue> inputs)
    {
        var (first, second) = (RunMadeUp(session, inputs), RunMadeUp(session, inputs));
        var outputs = new List<CheckedOutput>();
        foreach (var (declared, (name, value)) in session.Outputs.Zip(first.Outputs))
        {
            var problem = ShapeCheck.Problem(declared.Type, value)
                ?? (ValueComparison.Identical(value, second.Find(name)!) ? null : "two runs on the same inputs returned different values");
            outputs.Add(CheckedOutput.Of(name, value.ToString(), new Agreement(problem, null, null, null)));
        }

        return new CheckedRun("made-up inputs", InputSynthesis.Describe(inputs), outputs);
    }

    private static RunResult RunMadeUp(OneShotSession session, IReadOnlyDictionary<string, HostValue> inputs)
    {
        try
        {
            return session.Run(inputs);
        }
        catch (BadInputException e)
        {
            throw new BadInputException(
                $"{e.Message} (made-up inputs {InputSynthesis.Describe(inputs)}; say what fits with --input, --dim or --reference)", e);
        }
    }

    private static List<CheckedOutput> Compare(OneShotSession session, RunResult result, IReadOnlyList<KeyValuePair<string, ReferenceValue>> expected)
    {
        if (expected.FirstOrDefault(e => session.Outputs.All(o => o.Name != e.Key)) is { Key: { } unknown })
        {
            throw new BadInputException(
                $"{Path.GetFileName(session.Outline.Path)}: there is no output {unknown}; there are {string.Join(", ", session.Outputs.Select(o => o.Name))}");
        }

        var reduced = ReducedPrecision.Of(session.Outline);
        var byName = expected.ToDictionary(StringComparer.Ordinal);
        var outputs = new List<CheckedOutput>();
        foreach (var (declared, (name, value)) in session.Outputs.Zip(result.Outputs))
        {
            var agreement = ShapeCheck.Problem(declared.Type, value) is { } problem ? Agreement.Differs(problem)
                : byName.TryGetValue(name, out var one) ? ValueComparison.Compare(value, one, reduced)
                : new Agreement(null, null, null, null);
            outputs.Add(CheckedOutput.Of(name, value.ToString(), agreement));
        }

        return outputs;
    }
}
