using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Notifications;
using CommunityVoice.OnBehalf;
using CommunityVoice.People;
using CommunityVoice.Web.Account;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace CommunityVoice.Web.Pages.Manage.Answers;

/// <summary>One printing of forms, a sheet each: in large print, with code, reply address and what happens with the answer.</summary>
[Uses(Capability.EnterOnBehalf)]
public sealed class PrintFormsModel(ConsultationAtHand consultations, AnswerForms forms, SiteAddress address, IOptions<SiteOptions> site) : PageModel
{
    /// <summary>Lines to write on.</summary>
    public const int Lines = 7;

    public static IReadOnlyList<Voice> Voices { get; } = [Voice.Resident, Voice.Carer, Voice.WorksHere, Voice.CommunityGroup];

    public Consultation Consultation { get; private set; } = null!;
    public IReadOnlyList<string> Codes { get; private set; } = [];
    public string Address => address.To($"/consultations/{Consultation.Slug}");
    public string ReplyTo => site.Value.PostalAddress is { Length: > 0 } post ? $"{Consultation.AskedBy.Name}, {post}" : Consultation.AskedBy.Name;
    public QrPicture Picture { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, int run, CancellationToken ct)
    {
        (Consultation, var refused) = await consultations.FindAsync(this, slug, ct);
        if (refused is not null) return refused;
        Codes = await forms.CodesAsync(Consultation.Id, run, ct);
        if (Codes.Count == 0) return NotFound();
        Picture = QrPicture.Of(Address);
        return Page();
    }
}
