using System.Text;
using InferBench.Reporting.Text;

namespace InferBench.Reporting.Charts.Page;

/// <summary>The commands of an SVG path.</summary>
internal sealed class SvgPath
{
    private readonly StringBuilder _commands = new();

    public bool IsEmpty => _commands.Length == 0;

    public Markup Markup => new(_commands.ToString());

    public void Add(MarkupText commands) => _commands.Append(commands.Text);

    public void AddIf(bool wanted, MarkupText commands)
    {
        if (wanted)
        {
            Add(commands);
        }
    }
}
