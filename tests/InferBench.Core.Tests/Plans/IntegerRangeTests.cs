using FsCheck;
using FsCheck.Fluent;
using InferBench.Core.Plans;

namespace InferBench.Core.Tests.Plans;

public sealed class IntegerRangeTests
{
    [Theory]
    [InlineData("7", new[] { 7 })]
    [InlineData("1,2,4-32*2", new[] { 1, 2, 4, 8, 16, 32 })]
    [InlineData("8-32+8", new[] { 8, 16, 24, 32 })]
    [InlineData("1-4", new[] { 1, 2, 3, 4 })]
    [InlineData("512-2048*2", new[] { 512, 1024, 2048 })]
    [InlineData(" 1 , 2 ", new[] { 1, 2 })]
    [InlineData("4,4,1-4", new[] { 4, 1, 2, 3 })]
    [InlineData("0-4*2", new[] { 0, 2, 4 })]
    public void Parse_RangesOfLlamaBench_GivesTheirValues(string text, int[] expected) => Assert.Equal(expected, IntegerRange.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("1,,2")]
    [InlineData("4-2")]
    [InlineData("1-8*1")]
    [InlineData("1-8+0")]
    [InlineData("-1")]
    [InlineData("1-2-3")]
    [InlineData("1.5")]
    [InlineData("99999999999")]
    [InlineData("1-1000000000")]
    public void Parse_WhatIsNoRange_SaysSo(string text) => Assert.Throws<FormatException>(() => IntegerRange.Parse(text));

    [Fact]
    public void Parse_AnyStep_StaysWithinItsEndsAndAscends() =>
        Prop.ForAll<PositiveInt, PositiveInt, PositiveInt>((first, length, step) =>
        {
            var last = first.Get + length.Get;
            var values = IntegerRange.Parse($"{first.Get}-{last}+{step.Get}");

            return values[0] == first.Get && values.All(value => value <= last) && values.Zip(values.Skip(1)).All(pair => pair.Second - pair.First == step.Get);
        }).QuickCheckThrowOnFailure();
}
