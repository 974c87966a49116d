using System.Globalization;
using System.Security.Claims;
using CommunityVoice.People;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace CommunityVoice.Web.Account;

/// <summary>Opens and ends sessions. Each signing in makes a new one; what a second factor opened lasts twelve hours.</summary>
public sealed class Sessions(SignInManager<Person> signIn, UserManager<Person> people, TimeProvider clock)
{
    /// <summary>How long staff's powers last after the second factor.</summary>
    public static readonly TimeSpan SecondFactorLasts = TimeSpan.FromHours(12);

    private const string SecondFactorAt = "second-factor-at";

    public Task OpenAsync(Person person, bool secondFactor = false) => signIn.SignInWithClaimsAsync(
        person, new AuthenticationProperties { IsPersistent = true }, secondFactor ? SecondFactorAtTime(clock.GetUtcNow()) : []);

    /// <summary>A new cookie for the session that is open, after something it says has changed.</summary>
    public Task RenewAsync(ClaimsPrincipal current, Person person) => signIn.SignInWithClaimsAsync(
        person, new AuthenticationProperties { IsPersistent = true }, current.FindAll(c => c.Type is PersonClaims.SecondFactor or SecondFactorAt));

    public Task EndAsync() => signIn.Context.SignOutAsync(IdentityConstants.ApplicationScheme);

    /// <summary>Ends every session of this person, on every device, this one at once and others within a minute.</summary>
    public async Task EndAllAsync(Person person)
    {
        await people.UpdateSecurityStampAsync(person);
        await EndAsync();
    }

    /// <summary>Sessions are checked once a minute; one opened with a second factor keeps it until that is twelve hours old.</summary>
    public static void Shape(SecurityStampValidatorOptions options)
    {
        options.ValidationInterval = TimeSpan.FromMinutes(1);
        options.OnRefreshingPrincipal = context =>
        {
            var clock = options.TimeProvider ?? TimeProvider.System;
            if (context.CurrentPrincipal is { } current && current.HasSecondFactor() && IsFresh(current, clock.GetUtcNow()))
                ((ClaimsIdentity)context.NewPrincipal!.Identity!).AddClaims(current.FindAll(c => c.Type is PersonClaims.SecondFactor or SecondFactorAt));
            return Task.CompletedTask;
        };
    }

    private static Claim[] SecondFactorAtTime(DateTimeOffset now) =>
        [new(PersonClaims.SecondFactor, "1"), new(SecondFactorAt, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture))];

    private static bool IsFresh(ClaimsPrincipal principal, DateTimeOffset now) =>
        long.TryParse(principal.FindFirstValue(SecondFactorAt), CultureInfo.InvariantCulture, out var at)
        && now - DateTimeOffset.FromUnixTimeSeconds(at) < SecondFactorLasts;
}
