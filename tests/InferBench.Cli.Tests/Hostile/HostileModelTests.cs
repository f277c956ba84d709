using System.Collections.Concurrent;
using InferBench.Tests;
using Xunit.Abstractions;

namespace InferBench.Cli.Tests.Hostile;

/// <summary>
/// Mutated models through <c>models check</c> and <c>run</c>, each in a worker process of its own, under one supervising process: this one.
/// A sample by default; all of them with <c>INFERBENCH_EVERY_MUTATION=1</c>, and those whose name contains <c>INFERBENCH_ONLY_MUTATION</c>.
/// </summary>
[Collection(nameof(HostileModelCollection))]
public sealed class HostileModelTests(ITestOutputHelper report)
{
    private const long MostMemory = 1_500_000_000;
    private const int AtOnce = 2;

    [Fact]
    public void All_Mutations_Are500AndDiffer()
    {
        using var folder = new TempFolder();

        var all = MutationCorpus.All(new SourceModels(folder.File("cache")).Names);

        Assert.Equal(500, all.Select(mutation => mutation.ToString()).Distinct().Count());
    }

    [Fact]
    public async Task CheckAndRun_MutatedModels_AreRefusedInOneLineOrRun()
    {
        using var folder = new TempFolder();
        using var console = new FlowConsole();
        var sources = new SourceModels(folder.File("cache"));
        var every = Environment.GetEnvironmentVariable("INFERBENCH_EVERY_MUTATION") == "1";
        var mutations = every ? MutationCorpus.All(sources.Names) : MutationCorpus.Sample(sources.Names);
        var only = Environment.GetEnvironmentVariable("INFERBENCH_ONLY_MUTATION");
        var cases = mutations.Index()
            .Where(mutation => only is null || mutation.Item.ToString().Contains(only, StringComparison.Ordinal))
            .Select(mutation => (Mutation: mutation.Item, Sandbox: Prepare(mutation.Item, new Sandbox(folder.Path, mutation.Index), sources)))
            .ToList();
        PeakMemory.Reset();
        var (problems, outcomes) = (new ConcurrentBag<string>(), new ConcurrentBag<string>());

        await Parallel.ForEachAsync(cases, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (one, _) =>
        {
            foreach (var outcome in await TryAsync(one.Mutation, one.Sandbox, problems))
            {
                outcomes.Add(outcome);
            }
        });

        foreach (var outcome in outcomes.GroupBy(outcome => outcome).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            report.WriteLine($"{outcome.Key}: {outcome.Count()} of {mutations.Count}");
        }

        report.WriteLine($"largest child: {PeakMemory.OfChildren() / 1e6:0} MB; this process: {PeakMemory.OfThis() / 1e6:0} MB");
        Assert.True(problems.IsEmpty, string.Join("\n\n", problems));
        Assert.InRange(PeakMemory.OfChildren() ?? 0, 0, MostMemory);
        Assert.InRange(PeakMemory.OfThis() ?? 0, 0, MostMemory);
    }

    private static Sandbox Prepare(Mutation mutation, Sandbox sandbox, SourceModels sources)
    {
        sources.Copy(mutation.Source, sandbox.Site.Folder);
        mutation.Apply(sandbox.Site);
        return sandbox;
    }

    private static async Task<IReadOnlyList<string>> TryAsync(Mutation mutation, Sandbox sandbox, ConcurrentBag<string> problems)
    {
        using (sandbox)
        {
            var before = sandbox.Snapshot();
            using var opened = new OpenedFiles(sandbox.Forbidden);
            List<string> found = [];
            var commands = new HostileCommands(sandbox, found);

            var check = await commands.CheckAsync();
            await commands.TokenizeAsync();
            var run = mutation.NeverEnds ? null : await commands.MeasureAsync(SourceModels.IsDecoder(mutation.Source));

            found.AddRange(opened.Take().Select(file => $"{file}, outside the model's folder, was opened"));
            found.AddRange(before.Except(sandbox.Snapshot()).Select(file => $"changed or gone: {file}"));
            found.AddRange(sandbox.Snapshot().Except(before).Select(file => $"new or changed: {file}"));
            found.ForEach(problem => problems.Add($"{mutation}: {problem}"));
            return [$"models check {check}", $"run {run}"];
        }
    }
}
