using System.Runtime.InteropServices;
using System.Text;

namespace InferBench.Cli.Tests.Hostile;

/// <summary>Which files in some folders were opened by any process: a file that is mapped is never read, so only its opening shows. Linux only; elsewhere it sees nothing.</summary>
internal sealed partial class OpenedFiles : IDisposable
{
    private const int NonBlocking = 0x800;
    private const int CloseOnExec = 0x80000;
    private const uint Open = 0x20;
    private const uint IsFolder = 0x4000_0000;
    private const int HeaderBytes = 16;
    private readonly int _inotify = -1;

    public OpenedFiles(IEnumerable<string> folders)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        _inotify = Init(NonBlocking | CloseOnExec);
        foreach (var folder in folders)
        {
            Assert.True(_inotify >= 0 && Watch(_inotify, folder, Open) >= 0, $"{folder} cannot be watched: error {Marshal.GetLastPInvokeError()}");
        }
    }

    /// <summary>Names of files, not folders, opened since the last call.</summary>
    public IReadOnlyList<string> Take()
    {
        List<string> names = [];
        var buffer = new byte[64 << 10];
        for (int read; _inotify >= 0 && (read = (int)Read(_inotify, buffer, buffer.Length)) > 0;)
        {
            for (var at = 0; at < read;)
            {
                // struct inotify_event: watch, mask, cookie, length of the name, the name with zeros after it.
                var (mask, length) = (BitConverter.ToUInt32(buffer, at + 4), BitConverter.ToInt32(buffer, at + 12));
                if ((mask & IsFolder) == 0)
                {
                    names.Add(Encoding.UTF8.GetString(buffer, at + HeaderBytes, length).TrimEnd('\0'));
                }

                at += HeaderBytes + length;
            }
        }

        return names;
    }

    public void Dispose()
    {
        if (_inotify >= 0)
        {
            _ = Close(_inotify);
        }
    }

    [LibraryImport("libc", EntryPoint = "inotify_init1", SetLastError = true)]
    private static partial int Init(int flags);

    [LibraryImport("libc", EntryPoint = "inotify_add_watch", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int Watch(int inotify, string path, uint mask);

    [LibraryImport("libc", EntryPoint = "read")]
    private static partial nint Read(int file, byte[] buffer, nint count);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int file);
}
