using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Discussion;
using CommunityVoice.OnBehalf;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Answers;

/// <summary>What was entered for one consultation, newest first, and the meetings that were written down.</summary>
[Uses(Capability.EnterOnBehalf)]
public sealed class ListModel(ConsultationAtHand consultations, CommunityVoice.OnBehalf.Answers answers, HeardFrom heard) : PageModel
{
    private const int OnPage = 50;

    public Consultation Consultation { get; private set; } = null!;
    public IReadOnlyList<AnswerRow> Answers { get; private set; } = [];
    public IReadOnlyList<MeetingRow> Meetings { get; private set; } = [];
    public long? Older { get; private set; }
    public bool IsFirst { get; private set; }

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, long before, CancellationToken ct)
    {
        (Consultation, var refused) = await consultations.FindAsync(this, slug, ct);
        if (refused is not null) return refused;
        var found = await answers.ListAsync(Consultation.Id, before, OnPage + 1, ct);
        (Answers, Older, IsFirst) = ([.. found.Take(OnPage)], found.Count > OnPage ? found[OnPage - 1].CommentId : null, before <= 0);
        Meetings = await heard.MeetingsAsync(Consultation.Id, ct);
        return Page();
    }
}
