using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace CommunityVoice.Web.Wiring;

/// <summary>Names the capability a page needs: held over some area at least. The handler then asks for the area at hand.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UsesAttribute(Capability capability) : AuthorizeAttribute($"{CapabilityPolicies.Prefix}{capability}")
{
    public Capability Capability { get; } = capability;
}

/// <summary>Asks whether the signed-in person may use a capability in an area now.</summary>
public sealed record MayUse(Capability Capability) : IAuthorizationRequirement;

/// <summary>Asks whether they may use it anywhere.</summary>
public sealed record MayUseAnywhere(Capability Capability) : IAuthorizationRequirement;

/// <summary>Allows by capability and area, and only in a session opened with a second factor.</summary>
public sealed class MayUseHandler(Permissions permissions) : AuthorizationHandler<MayUse, long>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, MayUse requirement, long resource)
    {
        if (context.User.IdOrNull() is { } id && context.User.HasSecondFactor()
            && await permissions.AllowAsync(id, requirement.Capability, resource, CancellationToken.None))
        {
            context.Succeed(requirement);
        }
    }
}

/// <summary>Allows whoever holds the capability over any area.</summary>
public sealed class MayUseAnywhereHandler(Permissions permissions) : AuthorizationHandler<MayUseAnywhere>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, MayUseAnywhere requirement)
    {
        if (context.User.IdOrNull() is { } id && context.User.HasSecondFactor()
            && await permissions.AllowAnywhereAsync(id, requirement.Capability, CancellationToken.None))
        {
            context.Succeed(requirement);
        }
    }
}

/// <summary>Makes a policy of every capability's name.</summary>
public sealed class CapabilityPolicies(IOptions<AuthorizationOptions> options) : DefaultAuthorizationPolicyProvider(options)
{
    public const string Prefix = "uses:";

    public override async Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) =>
        policyName.StartsWith(Prefix, StringComparison.Ordinal) && Enum.TryParse<Capability>(policyName[Prefix.Length..], out var capability)
            ? new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new MayUseAnywhere(capability)).Build()
            : await base.GetPolicyAsync(policyName);
}

/// <summary>Asks in a page: <c>if (!await authorization.MayAsync(User, Capability.Moderate, areaId)) return Forbid();</c></summary>
public static class AskingLeave
{
    public static async Task<bool> MayAsync(this IAuthorizationService authorization, System.Security.Claims.ClaimsPrincipal person, Capability capability, long areaId) =>
        (await authorization.AuthorizeAsync(person, areaId, new MayUse(capability))).Succeeded;

    public static Task<bool> MayAsync(this IAuthorizationService authorization, System.Security.Claims.ClaimsPrincipal person, Capability capability, Area area) =>
        authorization.MayAsync(person, capability, area.Id);
}
