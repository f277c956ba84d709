using InferBench.EndToEnd.Tests.Processes;

namespace InferBench.EndToEnd.Tests.Sizing;

public sealed class SizingInputTests : IDisposable
{
    private static readonly string Run = Path.Combine(Installation.Checkout, "results", "20261120-131919-llama-110m");

    private readonly Inferbench _person = new();

    public void Dispose() => _person.Dispose();

    [Theory]
    [InlineData("", "trace.csv: is empty")]
    [InlineData("timestamp,input_tokens,output_tokens\n0,1,2\n", "trace.csv: has 1 requests; a rate needs at least two")]
    [InlineData("timestamp,input_tokens,output_tokens\n0,5,128,64\n1,1,1\n", "trace.csv line 2: has 4 values for 3 columns; decimals take a point")]
    [InlineData("time,input_tokens,output_tokens\n", "trace.csv line 1: 'time' is no column of a trace", "trace.csv line 1: the column timestamp is missing")]
    [InlineData("timestamp,input_tokens,output_tokens\n1,1,1\n0,-3,1\n0.5,1,1\n", "trace.csv line 3: input_tokens '-3'", "trace.csv line 4: its timestamp is before that of line 2")]
    public void Size_BadTrace_SaysWhyWithTheLine(string trace, params string[] problems) =>
        _person.Run("size", "--results", Run, "--demand", _person.Write("trace.csv", trace)).Complains(problems);

    [Theory]
    [InlineData("--demand: what is to be served is missing")]
    [InlineData("--users: '-5' is not a number", "--users", "-5")]
    [InlineData("--tokens-per-user: '1500' is not two numbers", "--users", "5", "--requests-per-user-hour", "10", "--tokens-per-user", "1500")]
    [InlineData("--tokens-per-user: a request has at least one token", "--users", "5", "--requests-per-user-hour", "100", "--tokens-per-user", "50,50")]
    [InlineData("--slo: 'latency' cannot be limited", "--slo", "latency<2s")]
    [InlineData("--percentile: 97 is not kept in a run; use 50, 90, 95, 99", "--percentile", "97")]
    [InlineData("--headroom: '20' is not a number from 0 to 0.95", "--headroom", "20")]
    [InlineData("--headroom: '0,2' is not a number from 0 to 0.95", "--headroom", "0,2")]
    [InlineData("--usd-per-hour: '-1' is not a price", "--usd-per-hour", "-1")]
    [InlineData("--usd-per-hour: has 2 prices for 1 runs", "--usd-per-hour", "0.1,3.99", "--users", "5", "--requests-per-user-hour", "10", "--tokens-per-user", "1280,640")]
    [InlineData("--model: 'llama-7b' was not measured; there is llama-110m", "--model", "llama-7b", "--users", "5", "--requests-per-user-hour", "10", "--tokens-per-user", "1280,640")]
    [InlineData("--precision: 'fp8' was not measured", "--precision", "fp8", "--users", "5", "--requests-per-user-hour", "10", "--tokens-per-user", "1280,640")]
    [InlineData("--window: 'ten' is not a time", "--window", "ten")]
    public void Size_BadOption_SaysWhyInOneLine(string problem, params string[] arguments) =>
        _person.Run(["size", "--results", Run, .. arguments]).Complains(problem);

    [Theory]
    [InlineData("--model: 'llama-9' is not among the models whose dimensions are known; there are llama-3.2-1b", "--model", "llama-9", "--memory", "24")]
    [InlineData("--device: 'rtx-4095' is no device of the catalog", "--model", "llama-3.1-8b", "--device", "rtx-4095")]
    [InlineData("--device: is missing; name a device of the catalog, or give --memory", "--model", "llama-3.1-8b")]
    [InlineData("--memory: the device has its own", "--model", "llama-3.1-8b", "--memory", "24", "--device", "nvidia-rtx-4090-24")]
    [InlineData("--precision: 'int3' is not known; use fp32", "--model", "llama-3.1-8b", "--memory", "24", "--precision", "int3")]
    [InlineData("--context: '0' is not a whole number from 1", "--model", "llama-3.1-8b", "--memory", "24", "--context", "0")]
    [InlineData("--kv-cache: 'fp4' is not known", "--model", "llama-3.1-8b", "--memory", "24", "--kv-cache", "fp4")]
    [InlineData("--model: is missing", "--memory", "24")]
    public void Fit_BadOption_SaysWhyInOneLine(string problem, params string[] arguments) => _person.Run(["fit", .. arguments]).Complains(problem);

    [Fact]
    public void Project_RunWithoutCeilings_SaysHowToGetThem() => _person.Run("project", Run, "--to", "nvidia-h100-sxm-80")
        .Complains("has no ceilings, so that the share of the machine it uses is not known; measure it again with `inferbench run --ceilings`");

    [Fact]
    public void Size_NoCellAnswers_ExitsWithOneAndNamesTheNearest()
    {
        var finished = _person.Run("size", "--results", Run, "--users", "10", "--requests-per-user-hour", "10", "--tokens-per-user", "1280,640", "--slo", "tpot<1ms").ExitsWith(1);

        Assert.Contains("nearest: llama-110m int4-rtn-b32-sym cpu b1 p128 g64: mean TPOT", finished.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_ModelThatNoNumberOfDevicesHolds_ExitsWithOne() => _person.Run("fit", "--model", "llama-3.1-405b", "--precision", "fp32", "--memory", "8").ExitsWith(1);
}
