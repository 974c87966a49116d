using System.Security.Claims;
using CommunityVoice.Bodies;
using CommunityVoice.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CommunityVoice.Web.Wiring;

/// <summary>What the session cookie says of a person: their id, the name they chose and whether they act for a body.</summary>
public sealed class PersonClaims(UserManager<Person> people, IOptions<IdentityOptions> options, Permissions permissions)
    : UserClaimsPrincipalFactory<Person>(people, options)
{
    /// <summary>Claim "1" on whoever may do something that residents may not.</summary>
    public const string Staff = "staff";

    /// <summary>Claim on a session opened with a second factor; nothing of staff's works without.</summary>
    public const string SecondFactor = "second-factor";

    /// <summary>The name to show.</summary>
    public const string DisplayName = "display-name";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Person user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(DisplayName, user.DisplayName));
        if (await permissions.EverythingAsync(user.Id, CancellationToken.None) != Capability.None) identity.AddClaim(new Claim(Staff, "1"));
        return identity;
    }
}

/// <summary>Reads those claims.</summary>
public static class ClaimsOfPerson
{
    extension(ClaimsPrincipal principal)
    {
        /// <summary>The signed-in person's id; asked only where somebody is signed in.</summary>
        public Guid Id() => principal.IdOrNull() ?? throw new InvalidOperationException("Nobody is signed in.");

        public Guid? IdOrNull() => Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

        public string Called() => principal.FindFirstValue(PersonClaims.DisplayName) ?? "";

        public bool HasSecondFactor() => principal.HasClaim(PersonClaims.SecondFactor, "1");
    }
}
