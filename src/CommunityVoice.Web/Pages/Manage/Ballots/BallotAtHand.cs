using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Voting;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Ballots;

/// <summary>The ballot that a page about papers is about, where the person may look after it.</summary>
public sealed class BallotAtHand(CommunityVoiceDb db, IAuthorizationService authorization)
{
    /// <summary>The ballot, or what to answer in its place. A public ballot has its pages whether or not it is open.</summary>
    public async Task<(Ballot Ballot, IActionResult? Refused)> FindAsync(PageModel page, long id, Capability capability, CancellationToken ct)
    {
        if (await db.Ballots.AsNoTracking().WithPages().Include(b => b.Consultation).SingleOrDefaultAsync(b => b.Id == id, ct) is not { } ballot) return (null!, page.NotFound());
        return (ballot, await authorization.MayAsync(page.User, capability, ballot.Consultation.AreaId) ? null : page.Forbid());
    }

    /// <summary>One proposal about its papers; none where it belongs to another ballot.</summary>
    public Task<Exclusion?> ProposalAsync(Ballot ballot, long id, CancellationToken ct) =>
        db.Exclusions.AsNoTracking().Include(e => e.Papers).SingleOrDefaultAsync(e => e.Id == id && e.BallotId == ballot.Id, ct);
}

/// <summary>Says why a step was not taken.</summary>
public static class ExclusionAnswers
{
    public static string Word(this ExclusionOutcome outcome) => outcome switch
    {
        ExclusionOutcome.NeedsSomebodyElse => "You proposed this. Somebody else has to confirm it",
        ExclusionOutcome.OwnPaper => "Your own paper is among them, so others have to deal with it",
        ExclusionOutcome.AnsweredAlready => "Somebody else has answered this already",
        ExclusionOutcome.NothingToDo => "None of these papers is as it was, so there is nothing to do any more",
        _ => "The decision has been made, so nothing is left out of this vote any more",
    };
}
