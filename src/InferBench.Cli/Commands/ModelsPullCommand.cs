using System.CommandLine;
using System.CommandLine.Invocation;
using System.Globalization;
using System.Text.Json;
using InferBench.Cli.Terminal;
using InferBench.Models.Hub;
using Spectre.Console;

namespace InferBench.Cli.Commands;

/// <summary><c>inferbench models pull</c>, and the list of what can be pulled.</summary>
internal static class ModelsPullCommand
{
    private const string Example = "inferbench models pull onnx-community/Qwen2.5-0.5B-Instruct --file model_q4.onnx";

    public static Command Create()
    {
        var name = new Argument<string>("model") { Description = $"org/name or org/name@revision, such as: {Example}" };
        var files = new Option<string[]>("--file")
        {
            HelpName = "NAME",
            AllowMultipleArgumentsPerToken = true,
            Description = "Which .onnx files: names, paths, or patterns with * and ?. Their external data, configuration and tokenizer come with them.",
        };
        var list = new Option<bool>("--list") { Description = "Only list what is there, with sizes." };
        var json = new Option<bool>("--json") { Description = "Print the list, or what was pulled, as JSON." };
        var offline = new Option<bool>("--offline") { Description = "Make no request: find it in the cache. HF_HUB_OFFLINE=1 does the same." };
        var endpoint = new Option<string>("--endpoint") { HelpName = "URL", Description = $"Another hub than HF_ENDPOINT or {HubEnvironment.DefaultEndpoint}." };
        var insecure = new Option<bool>("--insecure") { Description = "Allow plain http to other machines than this one; the token is not sent there." };
        var command = new Command("pull", "Downloads an ONNX model from a Hugging Face hub into its cache (HF_HUB_CACHE, HF_HOME), checked by hash.")
        {
            name, files, list, json, offline, endpoint, insecure,
        };
        command.SetStoppableAction(async (parsed, cancellation) =>
        {
            var settings = HubEnvironment.Read(
                Environment.GetEnvironmentVariable, parsed.GetValue(endpoint), parsed.GetValue(offline), parsed.GetValue(insecure));
            var repo = HubRepo.Parse(parsed.GetValue(name)!);
            var asJson = parsed.GetValue(json);
            var screen = Screen.Create(asJson);
            using var hub = new ModelHub(settings);
            return parsed.GetValue(list)
                ? ShowListing(await hub.ListAsync(repo, cancellation).ConfigureAwait(false), screen, asJson)
                : ShowSnapshot(await PullAsync(hub, repo, parsed.GetValue(files) ?? [], screen, cancellation).ConfigureAwait(false), screen, asJson);
        });
        return command;
    }

    /// <summary>Lets <c>models list</c> show under <c>--hub</c> what this command can fetch.</summary>
    public static Command WithHubList(Command list)
    {
        var hub = new Option<bool>("--hub") { Description = "List well-known open models on the hub instead; 'inferbench models pull' fetches them." };
        var other = (SynchronousCommandLineAction)list.Action!;
        list.Options.Add(hub);
        list.SetAction(parsed => parsed.GetValue(hub) ? ShowWellKnown(parsed.GetValue<bool>("--json")) : other.Invoke(parsed));
        return list;
    }

    private static async Task<HubSnapshot> PullAsync(ModelHub hub, HubRepo repo, string[] files, Screen screen, CancellationToken cancellationToken)
    {
        try
        {
            return screen.IsLive
                ? await PullWithBarAsync(hub, repo, files, screen, cancellationToken).ConfigureAwait(false)
                : await hub.PullAsync(repo, files, progress: null, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            screen.Line("What arrived is kept; the same command goes on from there.");
            throw;
        }
    }

    private static Task<HubSnapshot> PullWithBarAsync(ModelHub hub, HubRepo repo, string[] files, Screen screen, CancellationToken cancellationToken) =>
        screen.Console.Progress()
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn(),
                new DownloadedColumn { Culture = CultureInfo.InvariantCulture },
                new TransferSpeedColumn { Culture = CultureInfo.InvariantCulture },
                new RemainingTimeColumn())
            .StartAsync(context =>
            {
                var bar = context.AddTask(Markup.Escape(repo.ToString()));
                return hub.PullAsync(
                    repo,
                    files,
                    progress =>
                    {
                        bar.Description = Markup.Escape(progress.File);
                        bar.MaxValue = progress.TotalBytes;
                        bar.Value = progress.DoneBytes;
                    },
                    cancellationToken);
            });

    private static int ShowListing(HubListing listing, Screen screen, bool json)
    {
        if (json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(listing, HubJson.Default.HubListing));
            return ExitCodes.Done;
        }

        screen.Line($"{listing.Repo} at {listing.Commit}");
        foreach (var file in listing.Files)
        {
            screen.Line($"  {FileSize.Text(file.Bytes),10}  {file.ShownPath}");
        }

        return ExitCodes.Done;
    }

    private static int ShowSnapshot(HubSnapshot snapshot, Screen screen, bool json)
    {
        snapshot.CheckModels();
        if (json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(snapshot, HubJson.Default.HubSnapshot));
        }

        screen.Line($"{snapshot.Repo} at {snapshot.Commit}: {FileSize.Text(snapshot.Files.Sum(file => file.Bytes))}, {FileSize.Text(snapshot.DownloadedBytes)} of it downloaded now");
        screen.Line(snapshot.Folder);
        if (snapshot.ModelPath() is { } path)
        {
            screen.Line($"Run it: inferbench run --model {(path.Contains(' ', StringComparison.Ordinal) ? $"\"{path}\"" : path)}");
        }

        return ExitCodes.Done;
    }

    private static int ShowWellKnown(bool json)
    {
        if (json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(WellKnownModels.All, HubJson.Default.IReadOnlyListWellKnownModel));
            return ExitCodes.Done;
        }

        var screen = Screen.Create(json: false);
        var table = new Table { Border = TableBorder.Simple };
        foreach (var column in new[] { "model", "parameters", "precisions", "licence", "recalled, not checked" })
        {
            table.AddColumn(new TableColumn(column) { NoWrap = column == "model", Alignment = column == "parameters" ? Justify.Right : Justify.Left });
        }

        foreach (var model in WellKnownModels.All)
        {
            table.AddRow(
                Markup.Escape(model.Repo),
                string.Create(CultureInfo.InvariantCulture, $"{model.Parameters / 1e6:#,0} M"),
                Markup.Escape(model.Precisions),
                Markup.Escape(model.Licence),
                Markup.Escape(model.Recalled ?? "nothing"));
        }

        screen.Console.Write(table);
        screen.Line("The names are from public source code that uses them, not from the hub: 'inferbench models pull NAME --list' says what is there now.");
        screen.Line("Read a model's licence before you use it.");
        return ExitCodes.Done;
    }
}
