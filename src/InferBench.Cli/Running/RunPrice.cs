using InferBench.Core.Plans;
using InferBench.Core.Runs;
using InferBench.Economics.Prices;

namespace InferBench.Cli.Running;

/// <summary>What the machine costs: as the person says, or an assumption that is marked as one.</summary>
internal static class RunPrice
{
    public static HourlyPrice Of(Plan plan, RunEnvironment environment, TimeProvider time) => plan.UsdPerHour is { } usd
        ? new HourlyPrice(usd, plan.PriceSource ?? "given with --usd-per-hour", DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), Assumed: false)
        : AssumedPrice.For(environment, plan.Providers!, day: DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
}
