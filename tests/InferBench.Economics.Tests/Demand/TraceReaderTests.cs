using InferBench.Core.Errors;
using InferBench.Economics.Demand;

namespace InferBench.Economics.Tests.Demand;

public sealed class TraceReaderTests
{
    private const string Header = "timestamp,input_tokens,output_tokens\n";

    [Fact]
    public void Read_SecondsInAnyColumnOrder_AreRequests()
    {
        var requests = Read("output_tokens,timestamp,input_tokens\r\n64,0.5,128\r\n\r\n32,1.25,100\r\n");

        Assert.Equal([new(0.5, 128, 64), new(1.25, 100, 32)], requests);
    }

    [Fact]
    public void Read_IsoTimes_AreSecondsApart()
    {
        var requests = Read(Header + "2026-11-20T13:00:00Z,1,2\n2026-11-20T14:00:30+01:00,3,4\n");

        Assert.Equal(30, requests[1].AtSeconds - requests[0].AtSeconds, 6);
    }

    [Theory]
    [InlineData("", "t.csv: is empty; its first line must be timestamp,input_tokens,output_tokens")]
    [InlineData("timestamp;input_tokens;output_tokens\n", "t.csv line 1: columns are parted by semicolons; part them by commas, and write decimals with a point")]
    [InlineData("timestamp,input_tokens\n", "t.csv line 1: the column output_tokens is missing; the header must be timestamp,input_tokens,output_tokens")]
    [InlineData("timestamp,input_tokens,output_tokens,user\n1,2,3,4\n", "t.csv line 1: 'user' is no column of a trace; there are timestamp, input_tokens, output_tokens")]
    [InlineData(Header, "t.csv: has 0 requests; a rate needs at least two")]
    [InlineData(Header + "1,2,3\n1,2,3\n", "t.csv: all requests arrive at the same time; a rate needs at least two times")]
    [InlineData(Header + "0,5,128,64\n", "t.csv line 2: has 4 values for 3 columns; decimals take a point, and thousands no separator")]
    [InlineData(Header + "0,-1,2\n", "t.csv line 2: input_tokens '-1' must be a whole number from 1 to 100000000")]
    [InlineData(Header + "0,1,2.5\n", "t.csv line 2: output_tokens '2.5' must be a whole number from 1 to 100000000")]
    [InlineData(Header + "5,1,2\n4,1,2\n", "t.csv line 3: its timestamp is before that of line 2; sort the file by time")]
    [InlineData(Header + "yesterday,1,2\n", "t.csv line 2: timestamp 'yesterday' is neither seconds, such as 12.5, nor ISO 8601, such as 2026-11-20T13:00:00Z")]
    [InlineData(Header + "1732104000000,1,2\n", "t.csv line 2: timestamp '1732104000000' is below zero or too large; write seconds, not milliseconds")]
    [InlineData(Header + "0,1,2\n2026-11-20T13:00:00Z,1,2\n", "t.csv line 3: its timestamp is ISO 8601, and those before are seconds")]
    [InlineData(Header + "NaN,1,2\n", "t.csv line 2: timestamp 'NaN' is neither seconds, such as 12.5, nor ISO 8601, such as 2026-11-20T13:00:00Z")]
    public void Read_NoTrace_IsOneLineWithItsNumber(string text, string problem) => Assert.Equal(problem, Assert.Throws<BadInputException>(() => Read(text)).Message);

    [Fact]
    public void Read_ManyProblems_AreToldTogetherUpToTen()
    {
        var problem = Assert.Throws<BadInputException>(() => Read(Header + string.Concat(Enumerable.Repeat("0,0,0\n", 30))));

        Assert.Equal(10, problem.Message.Split('\n').Length);
    }

    [Fact]
    public void Read_LineOfAMillionCharacters_IsNotKept()
    {
        var problem = Assert.Throws<BadInputException>(() => Read(Header + new string('1', 1_000_000)));

        Assert.Equal("t.csv line 2: is longer than 1000 characters", problem.Message);
    }

    private static IReadOnlyList<TraceRequest> Read(string text) => TraceReader.Read(new StringReader(text), "t.csv");
}
