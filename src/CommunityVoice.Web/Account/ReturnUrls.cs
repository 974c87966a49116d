using Microsoft.AspNetCore.Mvc;

namespace CommunityVoice.Web.Account;

/// <summary>Where to go afterwards: only ever a page of this site.</summary>
public static class ReturnUrls
{
    public const int MaxLength = 500;

    /// <summary>The address when it is a page of this site other than signing in and out; otherwise none.</summary>
    public static string? Safe(this IUrlHelper url, string? returnUrl) =>
        returnUrl is { Length: <= MaxLength } && url.IsLocalUrl(returnUrl) && !returnUrl.Any(char.IsControl) && returnUrl[0] == '/'
        && !returnUrl.StartsWith("/account/sign-", StringComparison.OrdinalIgnoreCase) ? returnUrl : null;
}
