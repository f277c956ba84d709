using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using InferBench.Tests;

namespace InferBench.EndToEnd.Tests.Browser;

/// <summary>A headless Chromium, driven by the W3C WebDriver protocol through its own driver, with a profile that goes with it.</summary>
internal sealed class Chromium : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly TempFolder _profile = new();
    private readonly Process _driver;
    private readonly HttpClient _client;
    private readonly string _session;

    public Chromium()
    {
        var (browser, driver) = Installed!.Value;
        var port = FreePort();
        _driver = Process.Start(new ProcessStartInfo(driver, $"--port={port.ToString(CultureInfo.InvariantCulture)}") { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _driver.BeginOutputReadLine();
        _driver.BeginErrorReadLine();
        _client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}/"), Timeout = Patience };
        try
        {
            WaitForDriver();
            _session = Start(browser);
        }
        catch
        {
            End();
            throw;
        }
    }

    /// <summary>Paths of the browser and its driver; null where one of them is missing.</summary>
    public static (string Browser, string Driver)? Installed { get; } =
        Find("chromium", "chromium-browser", "google-chrome") is { } browser && Find("chromedriver") is { } driver ? (browser, driver) : null;

    /// <summary>Opens a file, as a person does who was sent it.</summary>
    public void Open(string file)
    {
        // What the browser's own start page asks for is of no interest.
        Session("url", new JsonObject { ["url"] = "about:blank" });
        Session("se/log", new JsonObject { ["type"] = "performance" });
        Session("url", new JsonObject { ["url"] = new Uri(file).AbsoluteUri });
    }

    /// <summary>Runs a function's body in the page.</summary>
    public JsonNode? Run(string script) => Session("execute/sync", new JsonObject { ["script"] = script, ["args"] = new JsonArray() });

    public void MovePointer(double x, double y) => Command("Input.dispatchMouseEvent", new JsonObject { ["type"] = "mouseMoved", ["x"] = x, ["y"] = y });

    public void Press(string key) => Session("actions", new JsonObject
    {
        ["actions"] = new JsonArray(new JsonObject
        {
            ["type"] = "key",
            ["id"] = "keyboard",
            ["actions"] = new JsonArray(new JsonObject { ["type"] = "keyDown", ["value"] = key }, new JsonObject { ["type"] = "keyUp", ["value"] = key }),
        }),
    });

    public void Resize(int width, int height) => Command(
        "Emulation.setDeviceMetricsOverride", new JsonObject { ["width"] = width, ["height"] = height, ["deviceScaleFactor"] = 1, ["mobile"] = width < 640 });

    /// <summary>Everything that the page or the browser said on the console.</summary>
    public IReadOnlyList<string> Console() => [.. Session("se/log", new JsonObject { ["type"] = "browser" })!.AsArray().Select(entry => entry!["message"]!.GetValue<string>())];

    /// <summary>Addresses that were asked for since the page was opened.</summary>
    public IReadOnlyList<string> Requests() =>
    [
        .. Session("se/log", new JsonObject { ["type"] = "performance" })!.AsArray()
            .Select(entry => JsonNode.Parse(entry!["message"]!.GetValue<string>())!["message"]!)
            .Where(message => message["method"]!.GetValue<string>() == "Network.requestWillBeSent")
            .Select(message => message["params"]!["request"]!["url"]!.GetValue<string>()),
    ];

    public void Dispose()
    {
        try
        {
            Send(HttpMethod.Delete, $"session/{_session}", null);
        }
        finally
        {
            End();
        }
    }

    private void End()
    {
        _driver.Kill(entireProcessTree: true);
        _driver.WaitForExit();
        _driver.Dispose();
        _client.Dispose();
        _profile.Dispose();
    }

    private string Start(string browser)
    {
        var answer = Send(HttpMethod.Post, "session", new JsonObject
        {
            ["capabilities"] = new JsonObject
            {
                ["alwaysMatch"] = new JsonObject
                {
                    ["goog:loggingPrefs"] = new JsonObject { ["browser"] = "ALL", ["performance"] = "ALL" },
                    ["goog:chromeOptions"] = new JsonObject
                    {
                        ["binary"] = browser,
                        ["args"] = new JsonArray([.. Flags.Append($"--user-data-dir={_profile.Path}").Select(flag => JsonValue.Create(flag))]),
                    },
                },
            },
        });
        return answer!["sessionId"]!.GetValue<string>();
    }

    private void Command(string name, JsonObject parameters) => Session("goog/cdp/execute", new JsonObject { ["cmd"] = name, ["params"] = parameters });

    private JsonNode? Session(string command, JsonObject body) => Send(HttpMethod.Post, $"session/{_session}/{command}", body);

    private JsonNode? Send(HttpMethod method, string path, JsonObject? body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
        using var response = _client.Send(request);
        using var stream = response.Content.ReadAsStream();
        var answer = JsonNode.Parse(stream)!["value"];
        return response.IsSuccessStatusCode ? answer : throw new InvalidOperationException($"{path}: {answer}");
    }

    private void WaitForDriver()
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                Send(HttpMethod.Get, "status", null);
                return;
            }
            catch (HttpRequestException) when (Stopwatch.GetElapsedTime(started) < Patience && !_driver.HasExited)
            {
                _driver.WaitForExit(50);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string? Find(params string[] names) => names
        .SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);
}
