using InferBench.Core.Errors;

namespace InferBench.Runtime.Sessions;

/// <summary>Mistakes for which ONNX Runtime has only "Protobuf parsing failed".</summary>
internal static class ModelFileCheck
{
    /// <exception cref="BadInputException">There is no model in this file.</exception>
    public static void Require(string modelPath)
    {
        var name = Path.GetFileName(modelPath);
        if (!File.Exists(modelPath))
        {
            throw new BadInputException($"{modelPath}: no such file");
        }

        Span<byte> head = stackalloc byte[24];
        using var file = File.OpenRead(modelPath);
        head = head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];

        if (head.IsEmpty)
        {
            throw new BadInputException($"{name}: the file is empty; download it again");
        }

        if (head.StartsWith("version https://git-lfs"u8))
        {
            throw new BadInputException($"{name}: a Git LFS pointer, not the model itself; run 'git lfs pull' in its repository");
        }
    }
}
