using System.Globalization;

namespace InferBench.Cli.Terminal;

/// <summary>Says once that a model is being built, and when it is there. Nothing is said of one that was there before.</summary>
internal sealed class BuildProgress(Screen screen)
{
    private string? _building;

    public void Show(string model, double share)
    {
        if (share < 1 && _building != model)
        {
            _building = model;
            screen.Line(string.Create(CultureInfo.InvariantCulture, $"building {model}"));
        }
    }
}
