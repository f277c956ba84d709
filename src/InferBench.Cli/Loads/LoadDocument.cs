using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using InferBench.Core.Json;
using InferBench.Core.Loads;
using InferBench.Core.Scenarios;
using InferBench.Economics.Costs;

namespace InferBench.Cli.Loads;

/// <summary><c>scenario.json</c>: a recorded run that <c>inferbench score</c> reads, and beside it in <c>inferbench</c> how it came about.</summary>
internal static class LoadDocument
{
    private const int SchemaVersion = 1;

    /// <summary>A reader never sees half of the file.</summary>
    public static void WriteFile(string path, LoadReport report)
    {
        var partial = path + ".partial";
        using (var file = File.Create(partial))
        {
            Write(file, report);
            file.Flush(flushToDisk: true);
        }

        File.Move(partial, path, overwrite: true);
    }

    public static void Write(Stream output, LoadReport report)
    {
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            RecordedRunWriter.WriteFields(json, report.Chosen.Record.Settings, report.Chosen.Record.Run);
            json.WriteStartObject("inferbench");
            json.WriteNumber("schemaVersion", SchemaVersion);
            WriteHeader(json, report);
            WriteAsked(json, report.Request);
            json.WritePropertyName("result");
            LoadGenLog.Write(json, report.Chosen.Result);
            WriteRun(json, report);
            WriteProbes(json, report);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void WriteHeader(Utf8JsonWriter json, LoadReport report)
    {
        var header = report.Header;
        json.WriteString("startedAt", header.StartedAt);
        Write(json, "tool", header.Tool, CoreJson.Default.ToolVersion);
        json.WriteStartArray("arguments");
        foreach (var argument in header.Arguments)
        {
            json.WriteStringValue(argument);
        }

        json.WriteEndArray();
        Write(json, "model", header.Model, CoreJson.Default.RunModel);
        Write(json, "cell", header.Cell, CoreJson.Default.Cell);
        Write(json, "environment", header.Environment, CoreJson.Default.RunEnvironment);
        Write(json, "price", header.Price, CoreJson.Default.HourlyPrice);
        if (report.Session is { } session)
        {
            Write(json, "session", session, CoreJson.Default.SessionReport);
        }
    }

    /// <summary>What was asked; what was applied is in the run's own settings.</summary>
    private static void WriteAsked(Utf8JsonWriter json, LoadRequest request)
    {
        json.WriteStartObject("asked");
        RecordedRunWriter.WriteSettings(json, request.Settings);
        json.WriteNumber("maxBatch", request.MaxBatch);
        json.WriteNumber("maxWaitNs", request.MaxWaitNs);
        json.WriteBoolean("search", request.Search);
        json.WriteEndObject();
    }

    private static void WriteRun(Utf8JsonWriter json, LoadReport report)
    {
        var record = report.Chosen.Record;
        json.WriteStartArray("batches");
        foreach (var use in record.Batches)
        {
            json.WriteStartObject();
            json.WriteNumber("size", use.Size);
            json.WriteNumber("batches", use.Batches);
            json.WriteNumber("queries", use.Queries);
            json.WriteNumber("padded", use.Padded);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteNumber(json, "maxWaiting", record.MaxWaiting);
        json.WriteBoolean("endedEarly", record.EndedEarly);
        json.WriteNumber("busyNs", record.BusyNs);
        json.WriteNumber("utilization", record.Utilization);
        json.WriteNumber("samplesPerSecond", record.SamplesPerSecond);
        WriteNumber(json, "outputTokensPerSecond", record.OutputTokensPerSecond);
        json.WriteString("costUnit", report.Unit == CostUnit.Items ? "items" : "output-tokens");
        json.WriteNumber("usdPerMillion", report.UsdPerMillion);
        if (record.LatenessNs is { } lateness)
        {
            var figures = LatencyFigures.Of(lateness);
            json.WriteStartObject("lateness");
            json.WriteNumber("medianNs", figures.PercentileNs(0.5));
            json.WriteNumber("p99Ns", figures.PercentileNs(0.99));
            json.WriteNumber("maxNs", figures.MaxNs);
            RecordedRunWriter.WriteList(json, "batchesNs", lateness);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("lateness");
        }
    }

    private static void WriteProbes(Utf8JsonWriter json, LoadReport report)
    {
        if (!report.Request.Search)
        {
            return;
        }

        WriteNumber(json, "highestValidQps", report.Best?.Record.Settings.TargetQps);
        WriteNumber(json, "lowestInvalidQps", report.LowestInvalidQps);
        json.WriteStartArray("probes");
        foreach (var probe in report.Probes)
        {
            json.WriteStartObject();
            json.WriteNumber("targetQps", probe.Record.Settings.TargetQps);
            json.WritePropertyName("result");
            LoadGenLog.Write(json, probe.Result);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write<T>(Utf8JsonWriter json, string name, T value, JsonTypeInfo<T> type)
    {
        json.WritePropertyName(name);
        JsonSerializer.Serialize(json, value, type);
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } known)
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
