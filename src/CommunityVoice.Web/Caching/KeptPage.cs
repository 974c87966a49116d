using System.IO.Compression;
using System.Security.Cryptography;
using CommunityVoice.Web.Wiring;
using Microsoft.Extensions.Primitives;

namespace CommunityVoice.Web.Caching;

/// <summary>How the bytes of a page are packed.</summary>
internal enum Packing
{
    None,
    Gzip,
    Brotli,
}

/// <summary>One rendered page, packed once, with the headers it goes out with.</summary>
internal sealed class KeptPage
{
    /// <summary>What endpoints of open data say beside the text.</summary>
    private static readonly string[] AlsoKept = ["Link", "Content-Disposition", Robots.Header, .. SecurityHeaders.OfOpenData.Keys];

    private readonly byte[] bytes;
    private readonly KeyValuePair<string, StringValues>[] headers;
    private readonly string etag;

    public KeptPage(byte[] rendered, string contentType, Packing packing, long since, IReadOnlyList<string> tags, DateTimeOffset until, bool secure, IHeaderDictionary answered)
    {
        bytes = Pack(rendered, packing);
        (Since, Tags, Until) = (since, tags, until);
        etag = $"\"{Convert.ToHexStringLower(SHA256.HashData(rendered).AsSpan(0, 16))}-{(int)packing}\"";
        headers =
        [
            .. SecurityHeaders.For(secure).Select(h => KeyValuePair.Create(h.Key, new StringValues(h.Value))),
            KeyValuePair.Create("Content-Type", new StringValues(contentType)),
            KeyValuePair.Create("Cache-Control", new StringValues("private, no-cache")),
            KeyValuePair.Create("Vary", new StringValues("Cookie, Accept-Encoding")),
            KeyValuePair.Create("ETag", new StringValues(etag)),
            .. AlsoKept.Where(answered.ContainsKey).Select(name => KeyValuePair.Create(name, answered[name])),
            .. packing == Packing.None ? Array.Empty<KeyValuePair<string, StringValues>>()
                : [KeyValuePair.Create("Content-Encoding", new StringValues(packing == Packing.Brotli ? "br" : "gzip"))],
        ];
    }

    /// <summary>The count of changes when rendering began.</summary>
    public long Since { get; }
    public IReadOnlyList<string> Tags { get; }
    public DateTimeOffset Until { get; }
    public int Size => bytes.Length;

    public Task WriteAsync(HttpContext context)
    {
        var response = context.Response;
        foreach (var (name, value) in headers) response.Headers[name] = value;
        response.Headers[Logging.RequestIdHeader] = context.TraceIdentifier;
        if (context.Request.Headers.IfNoneMatch == etag)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(bytes, 0, bytes.Length, context.RequestAborted);
    }

    private static byte[] Pack(byte[] rendered, Packing packing)
    {
        if (packing == Packing.None) return rendered;
        using var packed = new MemoryStream();
        using (Stream packer = packing == Packing.Brotli
            ? new BrotliStream(packed, new BrotliCompressionOptions { Quality = 5 })
            : new GZipStream(packed, CompressionLevel.Optimal))
        {
            packer.Write(rendered);
        }
        return packed.ToArray();
    }
}
