using InferBench.Cli.Terminal;
using InferBench.Economics.Claims;
using InferBench.Reporting.Text;

namespace InferBench.Cli.Claims;

/// <summary>A claim for a person: the arithmetic line by line, the verdict, and what would turn it.</summary>
internal static class ClaimText
{
    public static void Show(Screen screen, ClaimReport report)
    {
        foreach (var claim in report.Claims)
        {
            Show(screen, claim);
            screen.Line();
        }

        screen.Line($"catalog {report.CatalogVersion} on {Figures.Date(report.Day)}");
    }

    public static string Word(ClaimVerdict verdict) => verdict switch
    {
        ClaimVerdict.Holds => "holds",
        ClaimVerdict.DoesNotHold => "does not hold",
        _ => "cannot be decided",
    };

    private static void Show(Screen screen, ClaimResult claim)
    {
        screen.Line(SafeText.Of($"{claim.Name}: {claim.Statement}"));
        screen.Line("  heard: " + SafeText.Of(claim.Heard));
        foreach (var line in claim.Lines)
        {
            screen.Line("  " + SafeText.Of($"{line.Text}{(line.Origin is { } origin ? $"  [{origin}]" : "")}"));
        }

        screen.Line("  => " + SafeText.Of($"{Word(claim.Verdict)}: {claim.Reason}"));
        foreach (var flip in claim.Flips)
        {
            screen.Line("  if: " + SafeText.Of(flip));
        }

        foreach (var warning in claim.Warnings)
        {
            screen.Line("  note: " + SafeText.Of(warning));
        }
    }
}
