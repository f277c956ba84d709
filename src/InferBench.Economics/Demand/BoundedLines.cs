using System.Text;

namespace InferBench.Economics.Demand;

/// <summary>Lines of a text one after another; a line may have any length, and of a long one only the beginning is kept.</summary>
internal sealed class BoundedLines(TextReader reader, int longest)
{
    private readonly StringBuilder _line = new();

    /// <summary>Number of the last line, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Whether the last line was longer.</summary>
    public bool WasCut { get; private set; }

    /// <returns>Null at the end.</returns>
    public string? Next()
    {
        _line.Clear();
        WasCut = false;
        var any = false;
        while (reader.Read() is >= 0 and var read)
        {
            any = true;
            if (read == '\n')
            {
                break;
            }

            if (_line.Length < longest)
            {
                _line.Append((char)read);
            }
            else
            {
                WasCut = true;
            }
        }

        Number += any ? 1 : 0;
        return any ? _line.ToString().TrimEnd('\r') : null;
    }
}
