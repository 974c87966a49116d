using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Discussion;
using CommunityVoice.Sharing;
using CommunityVoice.Tests.Sharing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace CommunityVoice.Tests.Markup;

/// <summary>How long a text is, is asked of what is kept, in which characters are whole: some get shorter by that, some longer.</summary>
public sealed class TextLengthTests : SiteTest
{
    private const string Shorter = "e\u0301"; // one character when whole
    private const string Whole = "\u00e9";
    private const string Longer = "\u0958"; // two

    [Fact]
    public async Task An_idea()
    {
        var (area, asha) = (A.Area("Weirside", AreaLevel.Ward), A.Person("Asha B"));
        await Site.SaveAsync(area, asha);
        var answers = new Dictionary<string, StringValues>(StringComparer.Ordinal) { ["Input.Body"] = "Some of us cannot stand for long.", ["Input.Area"] = "weirside" };

        await CheckAsync(new Browser(Site, asha.Id), "/ideas/new?area=weirside", answers, "Input.Title", Idea.TitleMaxLength, "must be 100 characters or fewer");

        Assert.Equal(Many(Whole, Idea.TitleMaxLength), await Site.AskAsync(db => db.Ideas.Select(i => i.Title).SingleAsync()));
    }

    [Fact]
    public async Task A_comment()
    {
        var asha = await Site.SaveAsync(A.Person("Asha B"));
        await Site.SaveAsync(A.Consultation("Safer crossings"));
        var browser = new Browser(Site, asha.Id);

        await CheckAsync(browser, "/consultations/safer-crossings/comment", [], "Input.Body", Comment.BodyMaxLength, "must be 10,000 characters or fewer");
    }

    [Fact]
    public async Task The_name_of_an_organisation()
    {
        var (place, admin) = (A.Area(), A.Person("Sam K"));
        await Site.SaveAsync(admin, place);
        await Site.SaveAsync(A.Membership(admin, place, Capability.Administer));
        var answers = new Dictionary<string, StringValues>(StringComparer.Ordinal) { ["Input.Kind"] = "CommunityGroup" };

        await CheckAsync(new Browser(Site, admin.Id), "/manage/bodies/new", answers, "Input.Name", Body.NameMaxLength, "The name must be 120 characters or fewer");

        Assert.Contains(Many(Whole, Body.NameMaxLength), await Site.AskAsync(db => db.Bodies.Select(b => b.Name).ToListAsync()));
    }

    [Fact]
    public async Task An_agreement_on_sharing()
    {
        var scene = await SharingScene.MakeAsync(Site);

        await CheckAsync(scene.LeaderBrowser(), "/manage/sharing/new", scene.Answers(Site.Now), "Input.What", SharingAgreement.WhatMaxLength, "What is shared must be 1,000 characters or fewer");

        Assert.Equal(Many(Whole, SharingAgreement.WhatMaxLength), await Site.AskAsync(db => db.SharingAgreements.Select(a => a.What).SingleAsync()));
    }

    // What gets too long is refused and stays as it was typed; what gets as long as it may be is taken.
    private static async Task CheckAsync(Browser browser, string path, Dictionary<string, StringValues> answers, string field, int most, string message)
    {
        var typed = Many(Longer, (most / 2) + 1);
        var refused = await browser.SubmitAsync(await browser.GetAsync(path), new(answers, StringComparer.Ordinal) { [field] = typed }, HttpStatusCode.UnprocessableEntity);
        refused.ShowsError(field, message);
        var box = refused.QuerySelector($"[name='{field}']:not([type=hidden])")!;
        Assert.Equal(typed, box.GetAttribute("value") ?? box.TextContent);
        await browser.SubmitAsync(refused, new(answers, StringComparer.Ordinal) { [field] = Many(Shorter, most) });
    }

    private static string Many(string piece, int times) => new StringBuilder().Insert(0, piece, times).ToString();
}
