using System.Globalization;
using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.Elements;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace CommunityVoice.Web.OpenData;

/// <summary>Open data of services, in the form that directories of services use.</summary>
public sealed class DirectoryFiles(CommunityVoiceDb db, ServiceDirectory directory)
{
    /// <summary>A page of a place's own services. What the query does not say, or not as a number, is as usual.</summary>
    public async Task<DataThing<ReferralPage>?> ServicesAsync(string slug, IQueryCollection query, CancellationToken ct)
    {
        if (await db.Areas.AsNoTracking().KnownToPeople().SingleOrDefaultAsync(a => a.Slug == slug, ct) is not { } area) return null;
        var size = Math.Min(Number(query[DataPage.SizeKey], ServiceDirectory.Usual), ServiceDirectory.Most);
        return new($"Services in {area.Name}", $"/areas/{slug}/gaps", [PageTag.Area(area.Id), PageTag.Lists], await directory.PageAsync(area, Number(query[DataPage.NumberKey], 1), size, ct));
    }

    private static int Number(StringValues asked, int otherwise) =>
        int.TryParse(asked.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : otherwise;
}
