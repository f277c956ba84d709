using InferBench.Economics.Demand;
using InferBench.Economics.Sizing;

namespace InferBench.Economics.Tests.Sizing;

/// <summary>
/// An independent oracle of a sizing: a discrete-event simulation of machines that serve request by request. A request goes to the machine with the fewest; a machine takes a waiting
/// request in before its next step while it has room, which takes that prompt's time, and then gives each of its requests one token, which takes a step's time.
/// </summary>
internal sealed class SimulatedFleet(int machines, int batch, double secondsPerInputToken, double secondsPerStep)
{
    /// <returns>TTFT and TPOT of every request, in seconds.</returns>
    public (double[] Ttft, double[] Tpot) Serve(IReadOnlyList<TraceRequest> requests)
    {
        var fleet = Enumerable.Range(0, machines).Select(_ => new Machine()).ToArray();
        var served = new List<Job>();
        foreach (var request in requests)
        {
            foreach (var machine in fleet)
            {
                Run(machine, request.AtSeconds);
            }

            var job = new Job(request);
            fleet.MinBy(machine => machine.Active.Count + machine.Waiting.Count)!.Waiting.Enqueue(job);
            served.Add(job);
        }

        foreach (var machine in fleet)
        {
            Run(machine, double.PositiveInfinity);
        }

        return ([.. served.Select(job => job.First - job.Request.AtSeconds)], [.. served.Where(job => job.Request.OutputTokens > 1).Select(job => (job.Last - job.First) / (job.Request.OutputTokens - 1))]);
    }

    /// <summary>Work that begins before a time; what is begun is ended.</summary>
    private void Run(Machine machine, double until)
    {
        while (machine.Now < until && (machine.Active.Count > 0 || machine.Waiting.Count > 0))
        {
            if (machine.Waiting.Count > 0 && machine.Active.Count < batch)
            {
                var job = machine.Waiting.Dequeue();
                machine.Now = Math.Max(machine.Now, job.Request.AtSeconds) + (job.Request.InputTokens * secondsPerInputToken);
                (job.First, job.Last, job.Given) = (machine.Now, machine.Now, 1);
                machine.Active.Add(job);
            }
            else
            {
                machine.Now += secondsPerStep;
                machine.Active.ForEach(job => (job.Last, job.Given) = (machine.Now, job.Given + 1));
            }

            machine.Active.RemoveAll(job => job.Given >= job.Request.OutputTokens);
        }

        machine.Now = double.IsFinite(until) ? Math.Max(machine.Now, until) : machine.Now;
    }

    public static SimulatedFleet Of(FleetPlan plan, int machines) =>
        new(machines, plan.Cell.Cell.Batch, plan.Cell.SecondsPerInputToken, plan.Cell.SecondsPerStep * plan.Cell.Cell.Batch);

    private sealed class Machine
    {
        public double Now { get; set; }

        public Queue<Job> Waiting { get; } = new();

        public List<Job> Active { get; } = [];
    }

    private sealed class Job(TraceRequest request)
    {
        public TraceRequest Request => request;

        public double First { get; set; }

        public double Last { get; set; }

        public int Given { get; set; }
    }
}
