using System.CommandLine;
using InferBench.Cli.Commands;
using InferBench.Cli.Loads;
using InferBench.Core.Errors;

namespace InferBench.Cli.Tests.Loads;

public sealed class LoadRulesTests
{
    [Fact]
    public void Plan_Server_HasACellForEachBatchSizeAndOnePrecision()
    {
        var plan = LoadRules.Plan(Read("--model llama-tiny --scenario server --max-batch 6 --prompt 8 --gen 4"));

        Assert.Equal([1, 2, 4, 6], plan.Batches!);
        Assert.Equal(["fp32"], plan.Precisions!);
        Assert.Equal([8], plan.Prompts!);
        Assert.Equal([4], plan.Generated!);
    }

    [Fact]
    public void Plan_ModelFile_KeepsItsOwnPrecision() => Assert.Null(LoadRules.Plan(Read("--model some/file.onnx --scenario offline")).Precisions);

    [Fact]
    public void Plan_SingleStream_HasBatchOneOnly() => Assert.Equal([1], LoadRules.Plan(Read("--model llama-tiny --scenario single-stream")).Batches!);

    [Theory]
    [InlineData("--scenario offline --ttft 1s", "--ttft is for Server; leave it out")]
    [InlineData("--scenario offline --percentile 99", "--percentile is for SingleStream, MultiStream and Server; leave it out")]
    [InlineData("--scenario single-stream --qps 5", "--qps is for Server and Offline; leave it out")]
    [InlineData("--scenario single-stream --max-batch 4", "--max-batch is for MultiStream, Server and Offline; leave it out")]
    [InlineData("--scenario multi-stream --search", "--search is for Server; leave it out")]
    [InlineData("--scenario server --samples-per-query 4", "--samples-per-query is for MultiStream; leave it out")]
    [InlineData("--scenario server --qps 0", "--qps is 0; it must be from 0.001 to 1000000")]
    [InlineData("--scenario server --percentile 0.99", "--percentile is 0.99; it must be from 1 to 99.99")]
    [InlineData("--scenario server --min-duration 10us", "--min-duration: at least 1ms")]
    [InlineData("--scenario server --target-latency 5ms --tpot 5ms", "--target-latency and --ttft or --tpot exclude each other: they are limits of the same queries")]
    [InlineData("--scenario server --tpot 5ms --gen 1", "--tpot is the time of each token after the first; give --gen 2 or more")]
    [InlineData("--scenario server --provider cpu,cuda", "--provider: a scenario is run on one")]
    [InlineData("--scenario server --min-duration 1440m", "--qps and --min-duration together make more than 1000000 queries")]
    [InlineData("--scenario server --qps 1000000 --min-duration 1m", "--qps and --min-duration together make more than 1000000 queries")]
    public void RequireSound_WhatCannotBe_IsOneLine(string line, string problem) => Assert.Equal(
        problem, Assert.Throws<BadInputException>(() => LoadRules.RequireSound(Read($"--model llama-tiny {line}"))).Message);

    [Fact]
    public void RequireSound_SeveralProblems_AreSaidTogether() => Assert.Equal(
        2, Assert.Throws<BadInputException>(() => LoadRules.RequireSound(Read("--model a --scenario offline --ttft 1s --max-wait 1s"))).Message.Split('\n').Length);

    [Theory]
    [InlineData("--scenario servre", "--scenario: 'servre' is not known; use single-stream, multi-stream, server or offline")]
    [InlineData("--scenario server --min-queries many", "--min-queries: 'many' is not a whole number")]
    [InlineData("--scenario server --qps fast", "--qps: 'fast' is not a number")]
    [InlineData("--scenario server --precision fp32,int8", "--precision: 'fp32,int8' is several; a scenario is run on one")]
    public void Read_WrongValue_IsOneLine(string line, string problem) => Assert.Equal(
        problem, Assert.Throws<BadInputException>(() => Read($"--model llama-tiny {line}")).Message);

    private static LoadAsked Read(string line)
    {
        var options = new LoadOptions();
        var command = new Command("load");
        options.AddTo(command);
        var parsed = command.Parse(line);
        Assert.Empty(parsed.Errors);
        return options.Read(parsed);
    }
}
