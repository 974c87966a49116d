using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Consultations;

/// <summary>What waits for an assessment before it is shown to everybody, in the areas of whoever may publish there.</summary>
[Uses(Capability.Publish)]
public sealed class WaitingModel(CommunityVoiceDb db, Permissions permissions) : PageModel
{
    private const int PageSize = 50;

    public IReadOnlyList<WaitingAssessment> Rows { get; private set; } = [];
    public string? Next { get; private set; }

    public async Task OnGetAsync(long? before, CancellationToken ct)
    {
        var areas = await permissions.AreasAsync(User.Id(), Capability.Publish, ct);
        var found = await WaitingAssessments.InAsync(db, areas, before, PageSize + 1, ct);
        Rows = [.. found.Take(PageSize)];
        if (found.Count > PageSize) Next = FormattableString.Invariant($"/manage/disclosure?before={found[PageSize - 1].Id}");
    }
}
