using Google.Protobuf;
using InferBench.Models.Onnx;

namespace InferBench.Cli.Tests.Hostile;

/// <summary>Places of external data that lead elsewhere, or nowhere.</summary>
internal static class ExternalDataMutations
{
    public static IEnumerable<Mutation> Of(string source)
    {
        Mutation Make(string name, Action<MutationSite> apply) => new($"external data, {name}", source, apply);
        Mutation Place(string key, string value, string? name = null) => Make($"{key} {name ?? value}", site => site.Place(key, value));

        foreach (var location in (string[])
        [
            "../secret.data", "../outside/secret.data", "sub/../../secret.data", "./../secret.data", "..", ".", "/", "", " ", "C:\\secret.data", "c:secret.data", "..\\secret.data",
            "\\\\host\\share\\secret.data", "file:///etc/passwd", "/etc/passwd", "/dev/zero", "/dev/stdin", "/proc/self/environ", "no-such-file", "model.onnx", "config.json", "model.onnx.data/",
            "~/secret.data", "*/_ORT_MEM_ADDR_/*",
        ])
        {
            yield return Place("location", location);
        }

        yield return Place("location", "model.onnx.data\0../secret.data", "with a NUL");
        yield return Place("location", "a\nb\nc", "of several lines");
        yield return Place("location", "\u001b[2J\u001b[31mred\u202Eder", "that drives a terminal");
        yield return Place("location", new string('x', 60_000), "of 60,000 characters");
        yield return Place("location", string.Join('/', Enumerable.Repeat("d", 3_000)), "3,000 folders deep");
        yield return Place("location", "\uD83D\uDE00", "of an emoji");
        yield return Make("absolute location", site => site.Place("location", Path.Combine(site.Outside, "secret.data")));
        yield return Make("location of a folder", site =>
        {
            Directory.CreateDirectory(site.File("folder"));
            site.Place("location", "folder");
        });
        foreach (var number in (string[])
        [
            "-1", "-9223372036854775808", "9223372036854775807", "9223372036854775808", "18446744073709551615", "18446744073709551616", "99999999999999999999999999999",
            "491775", "491777", "1e3", "0x10", " 0", "+0", "1.5", "NaN", "", "\0", "٣", "1\n2", "140737488355328",
        ])
        {
            yield return Place("offset", number);
            yield return Place("length", number);
        }

        yield return Make("all tensors at one place", site => site.Edit(model =>
        {
            foreach (var entry in model.Graph.Initializer.SelectMany(tensor => tensor.ExternalData).Where(entry => entry.Key == "offset"))
            {
                entry.Value = "0";
            }
        }));
        yield return Make("no place at all", site => site.EditPlace(tensor => tensor.ExternalData.Clear()));
        yield return Make("two locations", site => site.EditPlace(tensor => tensor.ExternalData.Add(new StringStringEntryProto { Key = "location", Value = "../secret.data" })));
        yield return Make("a second location behind many entries", site => site.EditPlace(tensor =>
        {
            for (var i = 0; i < 20; i++)
            {
                tensor.ExternalData.Add(new StringStringEntryProto { Key = $"prepacked_{i}", Value = "x" });
            }

            tensor.ExternalData.Add(new StringStringEntryProto { Key = "location", Value = "../secret.data" });
        }));
        yield return Make("an entry without a key", site => site.EditPlace(tensor => tensor.ExternalData.Add(new StringStringEntryProto { Value = "x" })));
        yield return Make("an unknown key", site => site.EditPlace(tensor => tensor.ExternalData.Add(new StringStringEntryProto { Key = "colour", Value = "x" })));
        yield return Make("raw bytes too", site => site.EditPlace(tensor => tensor.RawData = ByteString.CopyFrom(new byte[tensor.Dims.Aggregate(4L, (a, b) => a * b)])));
        yield return Make("an unknown data location", site => site.EditPlace(tensor => tensor.DataLocation = 7));
        yield return Make("the data file is missing", site => File.Delete(site.Data));
        yield return Make("the data file is empty", site => File.WriteAllBytes(site.Data, []));
        yield return Make("the data file is a folder", site =>
        {
            var data = site.Data;
            File.Delete(data);
            Directory.CreateDirectory(data);
        });
        foreach (var hidden in HiddenTensors.Of("../secret.data"))
        {
            yield return Make(hidden.Name, hidden.Apply);
        }

        if (!OperatingSystem.IsWindows())
        {
            yield return Make("a link out of the folder", site => Replace(site, Path.Combine(site.Outside, "secret.data")));
            yield return Make("a relative link out of the folder", site => Replace(site, "../secret.data"));
            yield return Make("a link to itself", site => Replace(site, site.Data));
            yield return Make("a link to a device", site => Replace(site, "/dev/zero"));
            yield return Make("a link to nowhere", site => Replace(site, "/no/such/file"));
            yield return Make("in a linked folder", site =>
            {
                Directory.CreateSymbolicLink(site.File("linked"), site.Outside);
                site.Place("location", "linked/secret.data");
            });
        }
    }

    private static void Replace(MutationSite site, string target)
    {
        var data = site.Data;
        File.Delete(data);
        File.CreateSymbolicLink(data, target);
    }
}
