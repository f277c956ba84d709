using System.Text.Json;
using InferBench.Core.Json;

namespace InferBench.Core.Journals;

/// <summary>Appends rows to a journal, each flushed to the disk before the call returns.</summary>
public sealed class JournalWriter : IDisposable
{
    private readonly FileStream _file;

    /// <param name="path">The journal; made where it is missing.</param>
    public JournalWriter(string path)
    {
        // The supervisor and its worker take turns; a reader may look at any time.
        _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
        EndTornLine();
    }

    public void Append(JournalRow row)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(row, CoreJson.Default.JournalRow);
        var line = new byte[json.Length + 1];
        json.CopyTo(line, 0);
        line[^1] = (byte)'\n';
        _file.Seek(0, SeekOrigin.End);
        _file.Write(line);
        _file.Flush(flushToDisk: true);
    }

    public void Dispose() => _file.Dispose();

    /// <summary>A writer that was killed in mid-row leaves a line without an end; the next row must not be glued to it.</summary>
    private void EndTornLine()
    {
        if (_file.Length == 0)
        {
            return;
        }

        _file.Seek(-1, SeekOrigin.End);
        if (_file.ReadByte() != '\n')
        {
            _file.WriteByte((byte)'\n');
        }
    }
}
