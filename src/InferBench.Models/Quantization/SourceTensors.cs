using System.Collections.Concurrent;
using System.Globalization;
using InferBench.Models.Onnx;
using Microsoft.Win32.SafeHandles;

namespace InferBench.Models.Quantization;

/// <summary>The bytes of a model's tensors, wherever they lie. Owns the open files. Reading may run in parallel.</summary>
internal sealed class SourceTensors : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<SafeFileHandle>> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _places = new(StringComparer.Ordinal);

    /// <param name="outline">The outline, whose reader has seen to it that every place is inside the model's folder and long enough.</param>
    public SourceTensors(OnnxModel outline)
    {
        _places[SkeletonReader.InsideModel] = outline.Path;
        foreach (var data in outline.Tensors().Select(t => t.Data))
        {
            if (data?.External is { } location)
            {
                _places[location] = data.File;
            }
        }
    }

    public static long Elements(TensorProto tensor) => tensor.Dims.Aggregate(1L, (product, dim) => product * dim);

    /// <summary>Bytes of the tensor's elements as raw data.</summary>
    public static long Bytes(TensorProto tensor) => ((Elements(tensor) * ((OnnxElementType)tensor.DataType).BitsPerElement() ?? 0) + 7) / 8;

    /// <summary>Reads part of a tensor's raw little-endian bytes.</summary>
    public void Read(TensorProto tensor, long offset, Span<byte> destination)
    {
        if (tensor.DataLocation != 1)
        {
            InlineTensor.Bytes(tensor).AsSpan((int)offset, destination.Length).CopyTo(destination);
            return;
        }

        var location = Entry(tensor, "location")!;
        var path = _places.TryGetValue(location, out var known) ? known : throw new ModelFormatException($"{tensor.Name}: external data file \"{location}\" is unknown");
        var file = _files.GetOrAdd(path, p => new Lazy<SafeFileHandle>(() => File.OpenHandle(p, FileMode.Open, FileAccess.Read, FileShare.Read))).Value;
        var at = (Entry(tensor, "offset") is { } text ? long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : 0) + offset;
        while (!destination.IsEmpty)
        {
            var read = RandomAccess.Read(file, destination, at);
            if (read == 0)
            {
                throw new ModelFormatException($"{Path.GetFileName(path)}: ends within tensor \"{tensor.Name}\" (did the file change?)");
            }

            destination = destination[read..];
            at += read;
        }
    }

    public byte[] ReadAll(TensorProto tensor)
    {
        var bytes = new byte[Bytes(tensor)];
        Read(tensor, 0, bytes);
        return bytes;
    }

    public void Dispose()
    {
        foreach (var file in _files.Values.Where(f => f.IsValueCreated))
        {
            file.Value.Dispose();
        }
    }

    private static string? Entry(TensorProto tensor, string key) => tensor.ExternalData.FirstOrDefault(e => e.Key == key)?.Value;
}
