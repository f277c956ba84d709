using InferBench.Models.Precision;
using InferBench.Models.Synthetic;
using InferBench.Tests;

namespace InferBench.Cli.Tests.Hostile;

/// <summary>Sound models to mutate: small decoders of our own in both layouts, and small models of others where they are at hand.</summary>
internal sealed class SourceModels
{
    public const string GenAi = "genai-fp32";
    public const string Optimum = "optimum-fp32";
    public const string GenAiInt4 = "genai-int4";
    public const string OptimumInt4 = "optimum-int4";

    // A large tokenizer is another test's matter.
    private const long LargestFile = 700_000;

    // The least that a byte-level tokenizer can be.
    private const string Tokenizer = """
        {"version":"1.0","added_tokens":[],"normalizer":null,"pre_tokenizer":null,"post_processor":null,"decoder":null,
         "model":{"type":"BPE","unk_token":null,"vocab":{"a":0,"b":1,"ab":2},"merges":["a b"]}}
        """;

    private readonly Dictionary<string, string> _folders = [];

    public SourceModels(string cache)
    {
        Build(GenAi, WeightPrecision.Fp32, ModelLayout.GenAi);
        Build(Optimum, WeightPrecision.Fp32, ModelLayout.Optimum);
        Build(GenAiInt4, WeightPrecision.Int4, ModelLayout.GenAi);
        Build(OptimumInt4, WeightPrecision.Int4, ModelLayout.Optimum);
        Add("mnist", "mnist");
        Add("mnist-external", "external-data/mnist-external");
        Add("bert", "tiny-bert");
        Add("gpt2", "tiny-gpt2-genai");

        void Build(string name, WeightPrecision precision, ModelLayout layout) =>
            _folders[name] = SyntheticModelBuilder.Build(SyntheticModelSpec.Preset("llama-tiny", precision, layout), cache).Folder;

        void Add(string name, string relative)
        {
            if (TestModels.Folder is not null && Directory.Exists(TestModels.Path(relative)))
            {
                _folders[name] = TestModels.Path(relative);
            }
        }
    }

    public IReadOnlyCollection<string> Names => _folders.Keys;

    public static bool IsDecoder(string name) => name is not ("mnist" or "mnist-external" or "bert");

    /// <summary>Copies a source, and a tokenizer where it has none; files that are too large for many copies stay behind.</summary>
    public void Copy(string name, string folder)
    {
        foreach (var file in Directory.EnumerateFiles(_folders[name]).Where(file => new FileInfo(file).Length < LargestFile))
        {
            // Bytes, not the file: a source may be read-only.
            File.WriteAllBytes(Path.Combine(folder, Path.GetFileName(file)), File.ReadAllBytes(file));
        }

        if (!File.Exists(Path.Combine(folder, "tokenizer.json")))
        {
            File.WriteAllText(Path.Combine(folder, "tokenizer.json"), Tokenizer);
        }
    }
}
