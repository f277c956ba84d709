namespace InferBench.Models.Hub;

/// <summary>A disk that is too small is said in one line, before the download where possible.</summary>
internal static class DiskSpace
{
    // Links, folders and what others write meanwhile.
    private const long Reserve = 64 << 20;

    // The numbers are the operating systems' own: ENOSPC and EDQUOT (Linux, macOS), ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL.
    private static readonly int[] DiskFull = [28, 122, 69, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    /// <exception cref="HubException">There is not enough room.</exception>
    public static void Check(HubRepo repo, string folder, long bytes, Func<string, long> free)
    {
        if (bytes > 0 && free(folder) is var available && available < bytes + Reserve)
        {
            throw new HubException(
                $"{repo}: {FileSize.Text(bytes)} are to be downloaded, but {folder} has {FileSize.Text(available)} free; make room, or name another folder with HF_HUB_CACHE");
        }
    }

    public static long Free(string folder)
    {
        Directory.CreateDirectory(folder);
        return new DriveInfo(folder).AvailableFreeSpace;
    }

    public static bool IsFull(IOException error) => DiskFull.Contains(error.HResult);
}
