using System.Text;

namespace InferBench.Models.Onnx;

/// <summary>Recognises the files that people most often have in place of a model.</summary>
internal static class NotAModel
{
    /// <summary>Throws with the likely reason when the stream begins like something else; leaves it at the start otherwise.</summary>
    public static void Check(FileStream stream)
    {
        Span<byte> start = stackalloc byte[64];
        var text = Encoding.Latin1.GetString(start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)]);
        stream.Position = 0;
        var problem = text switch
        {
            "" => "is empty",
            _ when text.StartsWith("version https://git-lfs", StringComparison.Ordinal) =>
                "is a Git LFS pointer, not the model itself: fetch it with \"git lfs pull\", or download the file again",
            _ when text.TrimStart().StartsWith('<') => "is a web page (HTML or XML), not a model: the download went wrong",
            _ when text.StartsWith("GGUF", StringComparison.Ordinal) =>
                "is a GGUF file, llama.cpp's format, and not ONNX: take the ONNX export of the same model ('inferbench models pull' lists a repository's), "
                + "or export it with Hugging Face Optimum or ONNX Runtime GenAI's builder",
            _ when text.StartsWith("PK", StringComparison.Ordinal) => "is a ZIP archive, not a model: unpack it first",
            _ => null,
        };
        if (problem is not null)
        {
            throw ModelFormatException.In(stream.Name, problem);
        }
    }
}
