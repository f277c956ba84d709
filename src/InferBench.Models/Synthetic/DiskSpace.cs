namespace InferBench.Models.Synthetic;

/// <summary>Looks before it is written whether it will fit.</summary>
internal static class DiskSpace
{
    /// <summary>Throws what <paramref name="problem"/> makes of the place, the bytes needed and the bytes free, when there are too few.</summary>
    public static void Require(string place, long bytes, Func<string, long, long, ModelException> problem)
    {
        // On Unix any path names the file system it is on; on Windows the drive does.
        var free = new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(place)! : place).AvailableFreeSpace;
        if (free < bytes)
        {
            throw problem(place, bytes, free);
        }
    }
}
