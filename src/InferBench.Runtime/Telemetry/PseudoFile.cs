using Microsoft.Win32.SafeHandles;

namespace InferBench.Runtime.Telemetry;

/// <summary>A small file of <c>/proc</c> or <c>/sys</c>, opened once and read again and again from its start without allocating.</summary>
internal sealed class PseudoFile : IDisposable
{
    private readonly string _path;
    private readonly byte[] _buffer;
    private SafeFileHandle? _handle;

    /// <param name="path">The file.</param>
    /// <param name="bytes">How much of its beginning is read.</param>
    public PseudoFile(string path, int bytes = 128)
    {
        _path = path;
        _buffer = new byte[bytes];
        try
        {
            _handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Fail(problem);
        }
    }

    /// <summary>Why it cannot be read, or not any more; null while it can.</summary>
    public string? Problem { get; private set; }

    /// <summary>Its beginning as it is now; empty once there is a <see cref="Problem"/>. Valid until the next call.</summary>
    public ReadOnlySpan<byte> Read()
    {
        if (_handle is null)
        {
            return [];
        }

        try
        {
            var length = RandomAccess.Read(_handle, _buffer, 0);
            if (length > 0)
            {
                return _buffer.AsSpan(0, length);
            }

            Problem = $"{_path} is empty";
            Dispose();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Fail(problem);
        }

        return [];
    }

    /// <summary>The number that it begins with; null where it begins with none.</summary>
    public long? ReadNumber()
    {
        var text = Read();
        if (Fields.Number(text) is { } number)
        {
            return number;
        }

        if (Problem is null)
        {
            Problem = $"{_path} holds no number";
            Dispose();
        }

        return null;
    }

    public void Dispose()
    {
        _handle?.Dispose();
        _handle = null;
    }

    private void Fail(Exception problem)
    {
        Problem = problem switch
        {
            UnauthorizedAccessException => $"permission denied reading {_path}",
            FileNotFoundException or DirectoryNotFoundException => $"{_path} is not there",
            _ => $"{_path} cannot be read: {problem.Message}",
        };
        Dispose();
    }
}
