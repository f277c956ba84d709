using InferBench.Bench.Workloads;
using InferBench.Core.Runs;
using InferBench.Core.Samples;
using InferBench.Runtime.Execution;

namespace InferBench.Bench.Tests.Workloads;

public sealed class OneShotCellWorkloadTests
{
    [Fact]
    public void Run_EachOperation_BeginsWithTheFirstStates()
    {
        var counter = new Counter();
        using var workload = new OneShotCellWorkload(counter, new OneShotReport("x=float32[1]", InputSource.MadeUp, ["state"], Bound: true));
        var trace = new OperationTrace(1);

        workload.Run(trace);
        var first = workload.OutputFingerprint();
        workload.Run(trace);

        Assert.Equal(first, workload.OutputFingerprint());
        Assert.Equal((2, 2), (counter.Operations, counter.Rewound));
        Assert.Empty(workload.Output.ToArray());
        Assert.Null(workload.KvCacheBytes);
    }

    /// <summary>Its output is its state, which grows with every operation that is not rewound.</summary>
    private sealed class Counter : IOneShotWorkload
    {
        private long _state;

        public int Operations { get; private set; }

        public int Rewound { get; private set; }

        public bool Bound => true;

        public IReadOnlyList<string> StateInputs => ["state"];

        public void Run(OperationTrace trace)
        {
            Operations++;
            _state++;
        }

        public void Rewind()
        {
            Rewound++;
            _state = 0;
        }

        public long OutputFingerprint() => _state;

        public void Dispose()
        {
        }
    }
}
