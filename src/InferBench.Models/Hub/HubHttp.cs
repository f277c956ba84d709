using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace InferBench.Models.Hub;

/// <summary>
/// GET requests with redirects followed by hand: the token stays with the hub's own host, https never becomes http, and the chain ends.
/// </summary>
internal sealed class HubHttp : IDisposable
{
    private const int MostRedirects = 10;

    private readonly HttpClient _client;
    private readonly HubSettings _settings;

    public HubHttp(HubSettings settings)
    {
        _settings = settings;
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,

            // What is on this machine needs no proxy, and a proxy could not reach it.
            UseProxy = !settings.Endpoint.IsLoopback,
            ConnectTimeout = TimeSpan.FromSeconds(15),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("inferbench", typeof(HubHttp).Assembly.GetName().Version?.ToString(3)));

        // The bytes themselves are wanted: they are counted, resumed and hashed.
        _client.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("identity"));
    }

    public void Dispose() => _client.Dispose();

    /// <summary>The answer of any status, once its head is there. <paramref name="what"/> names what is asked for in messages.</summary>
    /// <param name="from">The first byte that is wanted.</param>
    /// <exception cref="HubException">The chain of redirects is refused, or there was no answer.</exception>
    public async Task<HubResponse> GetAsync(Uri address, string what, long from, CancellationToken cancellationToken)
    {
        var headers = HubHeaders.None;
        for (var redirects = 0; ; redirects++)
        {
            var response = await SendAsync(address, what, from, cancellationToken).ConfigureAwait(false);
            var isFromHub = IsHub(address);
            headers = isFromHub ? headers.And(response) : headers;
            if (!IsRedirect(response.StatusCode) || response.Headers.Location is not { } location)
            {
                return new HubResponse(response, headers, isFromHub);
            }

            response.Dispose();
            if (redirects == MostRedirects)
            {
                throw new HubException($"{what}: the server redirects in circles; try again later, or check HF_ENDPOINT");
            }

            address = Next(address, location, what);
        }
    }

    /// <summary>Whether a redirect may be followed: to https always, to http only from http, and then as the endpoint itself would be allowed.</summary>
    internal static bool MayFollow(Uri from, Uri to, bool allowInsecure) =>
        to.Scheme == Uri.UriSchemeHttps
        || (to.Scheme == Uri.UriSchemeHttp && from.Scheme == Uri.UriSchemeHttp && (to.IsLoopback || allowInsecure));

    private static bool IsRedirect(HttpStatusCode status) => status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found
        or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    private async Task<HttpResponseMessage> SendAsync(Uri address, string what, long from, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (_settings.Token is { } token && IsHub(address) && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback))
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Secret);
        }

        if (from > 0)
        {
            request.Headers.Range = new RangeHeaderValue(from, null);
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(_settings.Patience);
        try
        {
            return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token).ConfigureAwait(false);
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError
            || e.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused })
        {
            // Another attempt a second later would not help.
            throw new HubException($"{what}: {address.Host} cannot be reached ({e.Message}); check the network, or use --offline for what the cache holds", e);
        }
        catch (HttpRequestException e)
        {
            throw new HubTransientException($"{what}: {address.Host} gave no answer ({e.Message}); check the network and run the same command again", null, e);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HubTransientException($"{what}: {address.Host} gave no answer in time; run the same command again", null, e);
        }
    }

    private Uri Next(Uri address, Uri location, string what)
    {
        var next = new Uri(address, location);
        return MayFollow(address, next, _settings.AllowInsecure)
            ? next
            : throw new HubException($"{what}: {address.Host} redirects to {next.Scheme}://{next.Host}, which is not encrypted; this is refused");
    }

    private bool IsHub(Uri address) =>
        Uri.Compare(address, _settings.Endpoint, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;
}
