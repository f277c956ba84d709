using System.Globalization;
using System.Text;
using InferBench.Core.Errors;

namespace InferBench.Models.Tokenizers;

/// <summary>Documents of a UTF-8 file, between which <c>&lt;|endoftext|&gt;</c> stands, as the data sets of GPT-2 and TinyStories have it.</summary>
/// <param name="Name">File name, without its folder.</param>
/// <param name="Documents">Trimmed, none empty.</param>
public sealed record TextFile(string Name, IReadOnlyList<string> Documents)
{
    private const string Separator = "<|endoftext|>";
    private const long MostBytes = 256 << 20;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>All of it, a line break between documents.</summary>
    public string Joined => string.Join('\n', Documents);

    /// <exception cref="BadInputException">The file is too large, is not UTF-8, or holds no text.</exception>
    public static TextFile Read(string path)
    {
        var name = Path.GetFileName(path);
        var bytes = new FileInfo(path).Length;
        if (bytes > MostBytes)
        {
            throw new BadInputException(string.Create(CultureInfo.InvariantCulture, $"{name}: {bytes} bytes; at most {MostBytes} are read, give a part of it"));
        }

        try
        {
            var documents = File.ReadAllText(path, Strict).Split(Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            return documents.Length > 0 ? new TextFile(name, documents) : throw new BadInputException($"{name}: there is no text in it");
        }
        catch (DecoderFallbackException problem)
        {
            throw new BadInputException($"{name}: is not UTF-8; save it as UTF-8", problem);
        }
    }
}
