namespace InferBench.Economics.Demand;

/// <summary>What the machines have to serve.</summary>
public interface IDemand
{
    /// <summary>In one line, for the person who reads the answer.</summary>
    public string Description { get; }

    /// <summary>Over the whole time.</summary>
    public TokenTraffic Mean { get; }

    /// <summary>How the peak was taken, in words: which percentile of windows of which length.</summary>
    public string PeakBasis { get; }

    /// <summary>Prompt and output tokens of a long request: the 99th percentile where the trace supports one, else the longest; null where only means are known.</summary>
    public long? LongContext { get; }

    /// <summary>
    /// The load of a busy window, in machines that it would keep busy all the time: the window's work over its length, at the peak.
    /// Which window is the busiest depends on what the tokens cost, so the costs are asked for.
    /// </summary>
    /// <param name="secondsPerRequest">Machine-seconds of each request, its tokens left out.</param>
    /// <param name="secondsPerInputToken">Machine-seconds of each prompt token.</param>
    /// <param name="secondsPerOutputToken">Machine-seconds of each generated token.</param>
    public double PeakLoad(double secondsPerRequest, double secondsPerInputToken, double secondsPerOutputToken);

    /// <summary>The same demand, so many times as large: as many more requests at every time.</summary>
    public IDemand Times(double factor);
}
