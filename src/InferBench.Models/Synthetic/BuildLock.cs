namespace InferBench.Models.Synthetic;

/// <summary>Lets one process build a model while others wait for it; the operating system frees it when that process ends, however it ends.</summary>
internal static class BuildLock
{
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(100);

    public static FileStream Take(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            }
            catch (IOException e) when (e is not (DirectoryNotFoundException or PathTooLongException) && File.Exists(path))
            {
                cancellationToken.WaitHandle.WaitOne(Retry);
            }
        }
    }
}
