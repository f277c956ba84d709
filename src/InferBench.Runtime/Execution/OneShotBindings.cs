using InferBench.Core.Errors;
using InferBench.Models.Onnx;
using InferBench.Models.Tensors;
using InferBench.Runtime.Buffers;
using InferBench.Runtime.Providers;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace InferBench.Runtime.Execution;

/// <summary>
/// Every tensor of a workload, bound once. States have two buffers, and there are two bindings: what one writes, the other reads.
/// </summary>
internal sealed class OneShotBindings : IDisposable
{
    private readonly TensorArena _host = new(new HostMemory());
    private readonly TensorArena _device;
    private readonly List<OrtIoBinding> _bindings = [];
    private readonly List<(BoundTensor Tensor, HostTensor First)> _states = [];
    private readonly BoundTensor[][] _written;

    /// <param name="session">Its session runs them.</param>
    /// <param name="inputs">First values; shapes stay as they are here.</param>
    /// <param name="outputs">What one run on them returned: it has the shapes.</param>
    public OneShotBindings(OneShotSession session, IReadOnlyDictionary<string, HostValue> inputs, RunResult outputs)
    {
        _device = ExecutionProviders.OnDevice(session.Model.Provider) ? new TensorArena(new CudaMemory()) : _host;
        try
        {
            States = StatesOf(session, inputs, outputs);
            OrtIoBinding[] both = [Add(session), Add(session)];
            List<BoundTensor> even = [], odd = [];
            var sent = new List<BoundTensor>();
            foreach (var input in session.Inputs.Where(i => !States.ContainsKey(i.Name)))
            {
                var tensor = Allocate(Bindable(input.Name, inputs[input.Name]));
                Array.ForEach(both, b => b.BindInput(input.Name, tensor.Value));
                sent.Add(tensor);
            }

            foreach (var (input, output) in States)
            {
                var first = Bindable(input, inputs[input]);
                var (a, b) = (Allocate(first), Allocate(first));
                _states.Add((a, first));
                even.Add(b);
                odd.Add(a);
                both[0].BindInput(input, a.Value);
                both[0].BindOutput(output, b.Value);
                both[1].BindInput(input, b.Value);
                both[1].BindOutput(output, a.Value);
            }

            var received = new Dictionary<string, BoundTensor>(StringComparer.Ordinal);
            foreach (var (name, value) in outputs.Outputs.Where(o => !States.Values.Contains(o.Key, StringComparer.Ordinal)))
            {
                var tensor = Allocate(Bindable(name, value));
                Array.ForEach(both, b => b.BindOutput(name, tensor.Value));
                received.Add(name, tensor);
            }

            _written = [[.. even], [.. odd]];
            (All, Sent, ByName, Received) = (both, [.. sent], received, [.. received.Values]);
            Rewind();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Whether everything lies in the host's own memory.</summary>
    public bool OnHost => _device.Memory.OnHost;

    /// <summary>For even and odd operations.</summary>
    public OrtIoBinding[] All { get; }

    /// <summary>Inputs that every operation sends.</summary>
    public BoundTensor[] Sent { get; }

    /// <summary>Outputs that every operation receives.</summary>
    public BoundTensor[] Received { get; }

    public IReadOnlyDictionary<string, BoundTensor> ByName { get; }

    /// <summary>State inputs and the outputs that continue them.</summary>
    public IReadOnlyDictionary<string, string> States { get; }

    /// <summary>The states that an operation writes; operations are counted from 0.</summary>
    public BoundTensor[] WrittenStates(int operation) => _written[operation & 1];

    /// <summary>Puts the states' first values back where even operations read them.</summary>
    public void Rewind()
    {
        foreach (var (tensor, first) in _states)
        {
            first.Bytes.CopyTo(tensor.OnHost);
            tensor.Send();
        }
    }

    public void Dispose()
    {
        _bindings.ForEach(binding => binding.Dispose());
        if (!ReferenceEquals(_device, _host))
        {
            _device.Dispose();
        }

        _host.Dispose();
    }

    // A cache that grows is no state of one shape: it stays an input.
    private static Dictionary<string, string> StatesOf(OneShotSession session, IReadOnlyDictionary<string, HostValue> inputs, RunResult outputs) =>
        session.Inputs.Select(input => (Input: input.Name, Output: StateNames.Match(input, session.Outputs)?.Name))
            .Where(s => s.Output is not null
                && inputs[s.Input] is HostTensor before && outputs.Find(s.Output) is HostTensor after && before.Dims.SequenceEqual(after.Dims))
            .DistinctBy(s => s.Output, StringComparer.Ordinal)
            .ToDictionary(s => s.Input, s => s.Output!, StringComparer.Ordinal);

    /// <summary>Whether it is a tensor of a type that a buffer knows the size of.</summary>
    public static bool IsBindable(HostValue value) =>
        value is HostTensor { ElementType: not (OnnxElementType.String or OnnxElementType.UInt16 or OnnxElementType.UInt32 or OnnxElementType.UInt64) };

    private static HostTensor Bindable(string name, HostValue value) =>
        IsBindable(value) ? (HostTensor)value : throw new BadInputException($"{name}: a {value} cannot be bound to memory");

    private OrtIoBinding Add(OneShotSession session)
    {
        var binding = session.Model.Session.CreateIoBinding();
        _bindings.Add(binding);
        return binding;
    }

    private BoundTensor Allocate(HostTensor value)
    {
        var tensor = new BoundTensor((TensorElementType)value.ElementType, [.. value.Dims], _host, _device);
        value.Bytes.CopyTo(tensor.OnHost);
        tensor.Send();
        return tensor;
    }
}
