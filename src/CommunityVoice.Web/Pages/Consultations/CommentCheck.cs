using CommunityVoice.Analysis.Text;
using CommunityVoice.Moderation;
using Microsoft.AspNetCore.Html;

namespace CommunityVoice.Web.Pages.Consultations;

/// <summary>A comment as it will look, and what its writer should know before everybody reads it.</summary>
/// <param name="Shown">Its words as the page will show them.</param>
/// <param name="Details">What may reach or identify somebody.</param>
/// <param name="Signposts">Where they could turn instead.</param>
/// <param name="Names">Where it tells about somebody else: what seems to be people's names.</param>
public sealed record CommentCheck(
    IHtmlContent Shown, IReadOnlyList<(PersonalDetail Detail, string Words)> Details, IReadOnlyList<Signpost> Signposts, IReadOnlyList<string> Names)
{
    public static CommentCheck Of(CommentInput input, Signposts signposts) => new(
        Cleaned.Comment(input.Body ?? ""), PersonalDetails.In(input.Words), signposts.In(input.Words), input.AboutOther is null ? [] : PersonNames.In(input.Words));
}
