using System.Globalization;
using InferBench.Core.Ceilings;
using InferBench.Core.Errors;
using InferBench.Models.Precision;
using InferBench.Models.Probes;
using InferBench.Runtime.Buffers;
using InferBench.Runtime.Providers;
using InferBench.Runtime.Sessions;
using Microsoft.ML.OnnxRuntime;

namespace InferBench.Runtime.Ceilings;

/// <summary>Makes the probes of a provider; what cannot be made is missing, with the reason.</summary>
internal sealed class CeilingProbes : IDisposable
{
    private const long LeastBytes = 256L << 20;

    /// <summary>Large enough that a product runs at full speed, small enough that one takes well under a second on two cores.</summary>
    private const int MatrixSize = 1024;

    private const int GpuMatrixSize = 8192;
    private const int WeightMatrixSize = 2048;
    private const long GpuVectorBytes = 1L << 30;
    private const string FolderPrefix = "probe-";

    private readonly List<ICeilingProbe> _probes = [];
    private readonly List<MissingCeiling> _missing = [];
    private readonly CeilingRequest _request;
    private MemoryArrays? _arrays;

    public CeilingProbes(CeilingRequest request)
    {
        _request = request;
        Directory.CreateDirectory(request.Folder);
        DeleteLeftovers(request.Folder);
        if (ExecutionProviders.OnDevice(request.Provider))
        {
            AddDevice();
        }
        else
        {
            AddHost();
        }
    }

    public IReadOnlyList<ICeilingProbe> All => _probes;

    public IReadOnlyList<MissingCeiling> Missing => _missing;

    public void Dispose()
    {
        _probes.ForEach(probe => probe.Dispose());
        _arrays?.Dispose();
    }

    /// <summary>What a process left behind that was killed; younger folders may be another one's, which is still at it.</summary>
    private static void DeleteLeftovers(string parent)
    {
        foreach (var folder in Directory.EnumerateDirectories(parent, $"{FolderPrefix}*").Where(folder => DateTime.UtcNow - Directory.GetCreationTimeUtc(folder) > TimeSpan.FromDays(1)))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private void AddHost()
    {
        var bytes = MemoryBlock.Bytes(LeastBytes);
        _arrays = new MemoryArrays(bytes, _request.Threads);
        _probes.Add(new MemoryProbe(_arrays, _request.Threads, triad: false));
        _probes.Add(new MemoryProbe(_arrays, _request.Threads, triad: true));
        AddMatMuls(CeilingKind.WeightRead, "fp32", WeightPrecision.Fp32, rows: 1, WeightMatrixSize, (int)(bytes / ((long)WeightMatrixSize * WeightMatrixSize * sizeof(float))));
        AddMatMuls(CeilingKind.MatMul, "fp32", WeightPrecision.Fp32, MatrixSize, MatrixSize, 1);
        AddMatMuls(CeilingKind.MatMul, "int8", WeightPrecision.Int8, MatrixSize, MatrixSize, 1);
        AddMatMuls(CeilingKind.MatMul, "int4", WeightPrecision.Int4, MatrixSize, MatrixSize, 1);
        _missing.Add(new MissingCeiling(CeilingKind.MatMul, "fp16", "the CPU provider converts fp16 weights to fp32 at every run, so there is no fp16 speed to measure"));
        _missing.Add(new MissingCeiling(CeilingKind.MatMul, "bf16", "the CPU provider has no bf16 operators"));
    }

    private void AddDevice()
    {
        var length = GpuVectorBytes / sizeof(float);
        Add(CeilingKind.DeviceAdd, null, string.Create(CultureInfo.InvariantCulture, $"Add of two vectors of {ByteText.Of(GpuVectorBytes)} on the device, bound there"), 3 * GpuVectorBytes, null, folder =>
            (ProbeModels.WriteAdd(folder), [length]));
        AddMatMuls(CeilingKind.MatMul, "fp16", WeightPrecision.Fp16, GpuMatrixSize, GpuMatrixSize, 1);
        AddMatMuls(CeilingKind.MatMul, "bf16", WeightPrecision.Bf16, GpuMatrixSize, GpuMatrixSize, 1);
        AddMatMuls(CeilingKind.MatMul, "fp32", WeightPrecision.Fp32, GpuMatrixSize, GpuMatrixSize, 1);
        AddMatMuls(CeilingKind.MatMul, "int4", WeightPrecision.Parse("int4-a16"), GpuMatrixSize, GpuMatrixSize, 1);
        _missing.Add(new MissingCeiling(CeilingKind.MatMul, "int8", "MatMulInteger has no CUDA kernel; it would run on the CPU"));
    }

    private void AddMatMuls(CeilingKind kind, string name, WeightPrecision precision, int rows, int size, int matrices)
    {
        var stored = (long)matrices * size * size * precision.Bits / 8;
        var method = string.Create(
            CultureInfo.InvariantCulture,
            $"{Operator(precision)} of {rows} x {size} by {(matrices == 1 ? "" : $"{matrices} matrices of ")}{size} x {size}{(matrices == 1 ? "" : $", {ByteText.Of(stored)} of weights")}");
        Add(kind, name, method, stored, 2.0 * rows * size * size * matrices, folder => (ProbeModels.WriteMatMuls(folder, precision, size, matrices).Path, [rows, size]));
    }

    private static string Operator(WeightPrecision precision) => precision.Format switch
    {
        WeightFormat.Int8Dynamic => "MatMulInteger",
        WeightFormat.Blockwise => "MatMulNBits (blocks of 32, accuracy level 4)",
        _ => "MatMul",
    };

    private void Add(CeilingKind kind, string? precision, string method, long bytes, double? operations, Func<string, (string Path, long[] Shape)> write)
    {
        var folder = Path.Combine(_request.Folder, $"{FolderPrefix}{Guid.NewGuid():N}");
        Directory.CreateDirectory(folder);
        try
        {
            var (path, shape) = write(folder);
            _probes.Add(new ModelProbe(kind, precision, method, bytes, operations, folder, new ProbeSession(path, _request.Provider, _request.Threads, shape)));
        }
        catch (Exception problem) when (problem is BadInputException or OnnxRuntimeException or IOException)
        {
            Directory.Delete(folder, recursive: true);
            _missing.Add(new MissingCeiling(kind, precision, NativeText.Short(problem.Message)));
        }
    }
}
