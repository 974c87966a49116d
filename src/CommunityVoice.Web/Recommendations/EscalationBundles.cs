using CommunityVoice.Data;
using CommunityVoice.Recommendations;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Recommendations;

/// <summary>The file of an escalation, for the committee and for anybody.</summary>
public static class EscalationBundles
{
    public static void MapEscalationBundles(this IEndpointRouteBuilder routes) => routes.MapGet("/recommendations/escalations/{id:long}/bundle.zip", WriteAsync).AllowAnonymous();

    private static async Task<IResult> WriteAsync(long id, CommunityVoiceDb db, EscalationBundle bundle, CancellationToken ct) =>
        await db.Escalations.AsNoTrackingWithIdentityResolution().Whole().SingleOrDefaultAsync(e => e.Id == id, ct) is { } escalation
            ? Results.File(await bundle.MakeAsync(escalation, ct), "application/zip", $"{escalation.Summary.Slug}-to-{escalation.To.Slug}.zip")
            : Results.NotFound();
}
