namespace InferBench.Cli.Tests.Commands;

public sealed class ParseProblemsTests
{
    [Theory]
    [InlineData("run --batch 1")]
    [InlineData("run --help")]
    [InlineData("load --model llama-tiny --scenario server --search")]
    [InlineData("score samples.json --scenario Server --json")]
    [InlineData("schema --help")]
    [InlineData("--version")]
    public void Of_SoundCommandLine_IsEmpty(string line) => Assert.Empty(Problems(line));

    [Theory]
    [InlineData("run --modell llama-15m", "'--modell' is not an option of inferbench run; see 'inferbench run --help'")]
    [InlineData("run extra", "'extra' is one argument too many for inferbench run; see 'inferbench run --help'")]
    [InlineData("rum --batch 1", "'rum' is not a command of inferbench; see 'inferbench --help'")]
    [InlineData("models biuld llama-15m", "'biuld' is not a command of inferbench models; see 'inferbench models --help'")]
    [InlineData("models", "inferbench models needs a command: list, pull, build, quantize, inspect, check, tokenize; see 'inferbench models --help'")]
    [InlineData("run --batch", "Required argument missing for option: '--batch'; see 'inferbench run --help'")]
    [InlineData("models build", "Required argument 'model' missing for command: 'build'; see 'inferbench models build --help'")]
    [InlineData("load --model llama-tiny", "Option '--scenario' is required; see 'inferbench load --help'")]
    [InlineData("load --scenario server --model a --rate 5", "'--rate' is not an option of inferbench load; see 'inferbench load --help'")]
    [InlineData("score", "Required argument 'samples.json' missing for command: 'score'; see 'inferbench score --help'")]
    [InlineData("schema report", "Argument 'report' not recognized. Must be one of: 'plan' 'run' 'catalog'; see 'inferbench schema --help'")]
    public void Of_WrongCommandLine_IsOneLineWithItsHelp(string line, string problem) => Assert.Equal([problem], Problems(line));

    [Fact]
    public void Of_TwoUnknownOptions_AreTwoProblems() => Assert.Equal(2, Problems("run --modell a --bach 1").Count);

    private static IReadOnlyList<string> Problems(string line) => ParseProblems.Of(CommandLineProgram.Root([]).Parse(line));
}
