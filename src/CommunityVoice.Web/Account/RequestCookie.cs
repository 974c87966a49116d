using System.Net;
using System.Net.Sockets;
using CommunityVoice.People;
using CommunityVoice.Web.Wiring;

namespace CommunityVoice.Web.Account;

/// <summary>The cookie that binds a sign-in code to the browser that asked for it.</summary>
public sealed class RequestCookie(IHostEnvironment environment)
{
    private readonly string name = CookieNames.Of(CookieNames.Request, environment);

    public string? Read(HttpContext context) => context.Request.Cookies[name];

    public void Write(HttpContext context, string secret)
    {
        var cookie = new CookieBuilder();
        cookie.Shape(CookieNames.Request, environment);
        cookie.MaxAge = SignInRequest.DraftLifetime;
        context.Response.Cookies.Append(name, secret, cookie.Build(context));
    }

    public void Remove(HttpContext context)
    {
        var cookie = new CookieBuilder();
        cookie.Shape(CookieNames.Request, environment);
        context.Response.Cookies.Delete(name, cookie.Build(context));
    }
}

/// <summary>The network a request comes from, for limits: an address, or the half of a newer one that names its network.</summary>
public static class Networks
{
    public static string? Of(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address) return null;
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetwork
            ? address.ToString()
            : new IPAddress([.. address.GetAddressBytes().AsSpan(0, 8), .. new byte[8]]).ToString();
    }
}
