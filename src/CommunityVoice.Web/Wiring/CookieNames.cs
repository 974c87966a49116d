namespace CommunityVoice.Web.Wiring;

/// <summary>The cookies the site sets; the cookies page lists the same.</summary>
public static class CookieNames
{
    public const string Session = "CommunityVoice";
    public const string Antiforgery = "antiforgery";
    public const string Request = "request";
    public const string Choices = "choices";
    public const string Notice = "notice";

    /// <summary>Locked to this host over https; plain only in Development, where the site runs on http://localhost.</summary>
    public static void Shape(this CookieBuilder cookie, string name, IHostEnvironment environment)
    {
        cookie.Name = Of(name, environment);
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.Path = "/";
        cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
    }

    public static string Of(string name, IHostEnvironment environment) => environment.IsDevelopment() ? name : $"__Host-{name}";
}
