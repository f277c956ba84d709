using InferBench.Core.Errors;
using InferBench.Models;
using InferBench.Models.Tensors;

namespace InferBench.Runtime.Execution;

/// <summary>Makes the inputs of a reference run.</summary>
internal static class ReferenceInputs
{
    public static Dictionary<string, HostValue> Make(OneShotSession session, ReferenceRun run, RunResult? previous)
    {
        var values = new Dictionary<string, HostValue>(StringComparer.Ordinal);
        foreach (var input in run.Inputs)
        {
            try
            {
                values.Add(input.Name, input is { Fill: { } fill, ElementType: { } type } ? fill.Make(type, input.Dims) : State(session, input, previous));
            }
            catch (ModelFormatException e)
            {
                throw new BadInputException($"reference input {input.Name}: {e.Message}", e);
            }
        }

        return values;
    }

    private static HostTensor State(OneShotSession session, ReferenceInput input, RunResult? previous)
    {
        var declared = session.Inputs.FirstOrDefault(i => i.Name == input.Name)
            ?? throw new BadInputException($"reference input {input.Name}: the model has no such input");
        var output = StateNames.Match(declared, session.Outputs)
            ?? throw new BadInputException($"reference input {input.Name}: no output continues it");
        return previous?.Find(output.Name) is HostTensor state && state.Dims.SequenceEqual(input.Dims)
            ? state
            : throw new BadInputException(
                $"reference input {input.Name}: {TensorShape.Text(input.Dims)} is expected from the previous run, whose {output.Name} is {previous?.Find(output.Name)}");
    }
}
