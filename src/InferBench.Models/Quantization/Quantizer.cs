using System.Globalization;
using System.Security.Cryptography;
using Google.Protobuf;
using InferBench.Models.Onnx;
using InferBench.Models.Synthetic;

namespace InferBench.Models.Quantization;

/// <summary>Writes a model anew with smaller weights. Weights stream through; memory does not depend on the model's size.</summary>
public static class Quantizer
{
    /// <summary>Counts up when the same source and options give other bytes than before. It is a part of them.</summary>
    public const int Version = 1;

    /// <summary>
    /// Quantizes the model at <paramref name="modelPath"/> into a folder that appears only when it is complete: <c>model.onnx</c>,
    /// <c>model.onnx.data</c>, and the source's configuration and tokenizer files. Same source and same options give the same bytes.
    /// </summary>
    /// <param name="modelPath">An ONNX file, with its weights inside or in external data.</param>
    /// <param name="options">What to do.</param>
    /// <param name="outputFolder">Missing or empty, and not inside the source's folder.</param>
    /// <param name="progress">Receives 0 to 1; null when nobody looks.</param>
    /// <param name="cancellationToken">Stops between batches of weights, and leaves nothing behind.</param>
    /// <exception cref="ModelFormatException">The source is damaged, or its external data is missing or out of bounds.</exception>
    /// <exception cref="ModelNotFoundException">There is no file at that path.</exception>
    /// <exception cref="QuantizationException">There is nothing to quantize, the options do not fit the model, or the result cannot be written.</exception>
    public static QuantizationReport Quantize(
        string modelPath, QuantizationOptions options, string outputFolder, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        Validate(options);
        var outline = OnnxModelReader.Read(modelPath);
        using var source = new SourceTensors(outline);
        var edit = new ModelEdit(Path.GetFileName(outline.Path), SkeletonReader.Read(outline.Path), source);
        var errors = new ErrorBook(options.MeasureErrors);
        var before = edit.Index;
        var changes = options.Scheme.Method == QuantizationMethod.Half
            ? new HalfConverter(edit, options).Apply()
            : Weights(edit, options, errors);
        GraphCleanup.Apply(edit, before);
        try
        {
            return Write(outline, edit, options, changes, errors, outputFolder, progress, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new QuantizationException($"{outputFolder}: the model could not be written: {e.Message}", e);
        }
        catch (AggregateException e) when (e.Flatten().InnerExceptions.FirstOrDefault(i => i is ModelException or IOException) is { } problem)
        {
            // Several threads may have met the same bad weight; one of them is enough.
            throw new QuantizationException(problem.Message, e);
        }
    }

    private static void Validate(QuantizationOptions options)
    {
        if (options.AccuracyLevel is < 0 or > 4)
        {
            throw new QuantizationException("the accuracy level is 0 to 4");
        }

        if (options.Threads is < 1)
        {
            throw new QuantizationException("the number of threads is at least 1");
        }
    }

    private static WeightChanges Weights(ModelEdit edit, QuantizationOptions options, ErrorBook errors)
    {
        var changes = new WeightQuantizer(edit, options, errors).Apply();
        return changes is { Quantized: 0, Embeddings: 0 } ? throw NothingToDo.For(edit, changes) : changes;
    }

    private static QuantizationReport Write(
        OnnxModel outline, ModelEdit edit, QuantizationOptions options, WeightChanges changes, ErrorBook errors, string outputFolder,
        IProgress<double>? progress, CancellationToken cancellationToken)
    {
        using var output = new OutputFolder(outputFolder, outline.Path);
        output.RequireSpace(edit.Data.Bytes + edit.Model.CalculateSize());

        // The source is hashed while its weights are worked on.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var identity = Task.Run(() => ModelIdentity.Compute(outline, stop.Token), stop.Token);
        string dataHash;
        try
        {
            dataHash = DataFile.Write(Path.Combine(output.Staging, OutputFolder.DataFile), edit.Data.Tensors, progress, cancellationToken, options.Threads ?? -1);
        }
        catch
        {
            stop.Cancel();
            ((IAsyncResult)identity).AsyncWaitHandle.WaitOne();
            throw;
        }

        var before = identity.GetAwaiter().GetResult();
        Provenance.Write(edit.Model, options, changes, before.Sha256);
        var bytes = edit.Model.ToByteArray();
        File.WriteAllBytes(Path.Combine(output.Staging, OutputFolder.ModelFile), bytes);
        output.CopyCompanions(outline.Path);
        output.Publish();
        return new QuantizationReport(
            output.FinalModelPath, options.Scheme.Name,
            ModelHash.Combine(Convert.ToHexStringLower(SHA256.HashData(bytes)), edit.Data.Tensors.Count > 0 ? [(OutputFolder.DataFile, dataHash)] : []),
            before.Sha256, before.TotalBytes, bytes.Length + edit.Data.Bytes, changes.Quantized, changes.Candidates, changes.Embeddings, changes.Left,
            changes.Casts, changes.Clamped, errors.Read());
    }
}
