using InferBench.Economics.Catalog;
using InferBench.Economics.Catalog.Rules;

namespace InferBench.Economics.Tests.Catalog.Rules;

/// <summary>Entries made up for a rule, and what the rule says of them.</summary>
internal static class Entries
{
    public static readonly DateOnly Today = new(2026, 11, 20);

    public static Fact Price(double? value, string unit = "USD/GPU-hour", string source = "s", string asOf = "2026-11-01") => new()
    {
        Value = value,
        Unit = unit,
        Source = source,
        AsOf = PartialDate.Parse(asOf)!,
    };

    public static Fact Token(double? value, string asOf = "2026-11-01") => Price(value, "USD/1M tokens", asOf: asOf);

    public static CloudOffer Cloud(params IReadOnlyList<Fact> prices) => new() { Provider = "p", Gpu = "nvidia-x", Plan = CloudPlan.OnDemand, Prices = prices };

    public static ApiOffer Api(double? input = 1, double? output = 2, double? cacheRead = null) => new()
    {
        Provider = "p",
        Model = "m",
        Input = input is null ? null : Token(input),
        Output = output is null ? null : Token(output),
        CacheRead = cacheRead is null ? null : Token(cacheRead),
    };

    public static HardwareSpec Device(int? computeCapability, params IReadOnlyList<(HardwareField Field, double Value, string Unit)> facts) => new()
    {
        Id = "nvidia-x",
        ComputeCapability = computeCapability,
        Facts = [.. facts.Select(fact => new HardwareFact { Field = fact.Field, Value = fact.Value, Unit = fact.Unit, Source = "s", AsOf = PartialDate.Of(Today) })],
    };

    public static CatalogDocument With(params IReadOnlyList<CloudOffer> cloud) => Empty with { Cloud = cloud };

    public static CatalogDocument With(params IReadOnlyList<ApiOffer> api) => Empty with { Api = api };

    public static CatalogDocument With(HardwareSpec device) => Empty with { Hardware = [device] };

    public static CatalogDocument Empty => new()
    {
        Sources = [new() { Id = "s", Reference = "a page" }],
        Hardware = [new() { Id = "nvidia-x" }],
    };

    /// <summary>What one rule finds, as "severity entry: problem".</summary>
    public static IReadOnlyList<string> Found<T>(CatalogDocument document, DateOnly? today = null)
        where T : ICatalogRule, new() => [.. new T().Check(new CheckedCatalog(document, null, today ?? Today)).Select(Line)];

    /// <summary>The same where the document is a user's own file.</summary>
    public static IReadOnlyList<string> FoundInOwn<T>(CatalogDocument document)
        where T : ICatalogRule, new()
    {
        var own = OverridesMerge.Marked(document);
        return [.. new T().Check(new CheckedCatalog(own, own, Today)).Select(Line)];
    }

    private static string Line(CatalogFinding finding) => $"{finding.Severity} {finding.Entry}: {finding.Problem}";
}
