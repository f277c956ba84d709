using System.Globalization;

namespace InferBench.Economics.Demand;

/// <summary>So many users, each asking at random (Poisson arrivals) so many times an hour.</summary>
/// <param name="users">Users at once.</param>
/// <param name="requestsPerUserHour">Requests of each in an hour.</param>
/// <param name="inputTokensPerUserHour">Prompt tokens of each in an hour.</param>
/// <param name="outputTokensPerUserHour">Generated tokens of each in an hour.</param>
/// <param name="windowSeconds">Length of the windows whose rates are compared.</param>
public sealed class UserDemand(double users, double requestsPerUserHour, double inputTokensPerUserHour, double outputTokensPerUserHour, double windowSeconds) : IDemand
{
    private const double SecondsPerHour = 3600;
    private const double PeakPercentile = 0.99;

    public string Description => string.Create(
        CultureInfo.InvariantCulture,
        $"{users:#,0} users with {requestsPerUserHour:#,0.##} requests an hour each: {Mean.RequestsPerSecond:0.###} a second, {Mean.InputPerRequest:#,0.#} tokens in and {Mean.OutputPerRequest:#,0.#} out each");

    public TokenTraffic Mean { get; } =
        new(users * requestsPerUserHour / SecondsPerHour, users * inputTokensPerUserHour / SecondsPerHour, users * outputTokensPerUserHour / SecondsPerHour);

    /// <summary>Only means are known.</summary>
    public long? LongContext => null;

    public string PeakBasis => string.Create(CultureInfo.InvariantCulture, $"99th percentile of windows of {windowSeconds:0.###} s under Poisson arrivals, every request of mean length");

    public double PeakLoad(double secondsPerRequest, double secondsPerInputToken, double secondsPerOutputToken)
    {
        var work = secondsPerRequest + (Mean.InputPerRequest * secondsPerInputToken) + (Mean.OutputPerRequest * secondsPerOutputToken);
        return PoissonQuantile.Of(Mean.RequestsPerSecond * windowSeconds, PeakPercentile) * work / windowSeconds;
    }

    public IDemand Times(double factor) => new UserDemand(users * factor, requestsPerUserHour, inputTokensPerUserHour, outputTokensPerUserHour, windowSeconds);
}
