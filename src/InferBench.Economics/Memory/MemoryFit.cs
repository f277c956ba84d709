namespace InferBench.Economics.Memory;

/// <summary>
/// Weights, cache, activations and runtime against the memory of devices. Several devices share by tensor parallelism: each holds its heads' part of the weights and of the
/// cache, and all of the activations. The latent cache of MLA belongs to all heads, so each device keeps all of it.
/// </summary>
public static class MemoryFit
{
    /// <summary>Largest number of devices that is tried.</summary>
    public const int MostDevices = 64;

    public static FitAnswer Answer(FitQuestion question)
    {
        var model = question.Model;
        var rows = Enumerable.Range(1, MostDevices).Where(model.CanShareAmong).Select(devices => Row(question, model, devices)).ToList();
        return new FitAnswer(rows[0], rows.FirstOrDefault(row => row.Fits), model.CacheBytes(1), model.CacheBytes(1) / question.Context);
    }

    private static FitRow Row(FitQuestion question, ServedModel model, int devices)
    {
        var perToken = question.Overhead.Measured ? 0 : model.ActivationBytesPerToken;
        var logits = question.Overhead.Measured ? 0 : model.LogitsBytes;
        var weights = model.WeightBytes / devices;
        var cache = model.CacheBytes(devices);
        var chunk = perToken * question.Chunk;

        // A step carries one token of each sequence beside the chunk of a prompt.
        var sequence = cache + perToken + logits;
        var free = question.DeviceBytes - question.Overhead.Bytes - weights - chunk;
        return new FitRow(
            devices,
            weights,
            cache * question.Concurrency,
            chunk + ((perToken + logits) * question.Concurrency),
            question.Overhead.Bytes,
            question.DeviceBytes,
            free > 0 ? (long)Math.Min(long.MaxValue / 2, Math.Floor(free / sequence)) : 0);
    }
}
