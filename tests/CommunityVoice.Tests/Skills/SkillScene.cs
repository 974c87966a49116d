using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.People;
using CommunityVoice.Skills;
using CommunityVoice.Tests.Strategies;
using Microsoft.Extensions.Primitives;

namespace CommunityVoice.Tests.Skills;

/// <summary>A published strategy for Rivermead, in which Weirside lies: action 1 needs drivers and listeners and is the network's, action 2 needs nothing and is the board's.</summary>
internal sealed class SkillScene
{
    public const string Matches = "/manage/skills/closer-to-home/1";

    public Area Rivermead { get; } = A.Area(population: 1000);
    public Area Weirside { get; } = A.Area("Weirside", AreaLevel.Ward);
    public Body Network { get; } = A.Body("Weir Valley", BodyKind.PrimaryCareNetwork);
    public Person Anand { get; } = A.Person("Anand R", "anand@example.org");
    public Person Asha { get; } = A.Person("Asha B", "asha@example.org");
    public Browser Staff { get; private set; } = null!;
    public Browser Resident { get; private set; } = null!;

    public static async Task<SkillScene> MakeAsync(Site site)
    {
        var scene = new SkillScene();
        await site.SaveAsync(scene.Anand);
        await site.SaveAsync(scene.Asha);
        await site.SaveAsync(A.Membership(scene.Anand, scene.Rivermead, Capability.Respond, scene.Network));
        await site.SaveAsync(new AreaLink(scene.Rivermead, AreaLinkKind.Contains, scene.Weirside));
        var version = Plan.Whole(Plan.Strategy(scene.Rivermead));
        var action = version.Actions[0];
        version.Rewrite(action, Plan.Action(version.Strategy, CommunityVoice.Strategies.ActionClass.Workforce) with { Title = "Drive to the surgery", Owner = scene.Network, Skills = ["driving", "listening"], PeopleNeeded = 12 });
        version.Publish(Guid.NewGuid(), FakeClock.Start);
        await site.SaveAsync(version.Strategy.Framework, [.. version.Strategy.Framework.Items]);
        await site.SaveAsync(version.Strategy);
        (scene.Staff, scene.Resident) = (new Browser(site, scene.Anand.Id), new Browser(site, scene.Asha.Id));
        return scene;
    }

    public Dictionary<string, StringValues> Answers(params string[] skills) => new()
    {
        ["Input.Skills"] = new StringValues(skills),
        ["Input.AreaId"] = $"{Weirside.Id}",
        ["Input.Words"] = "Most mornings.",
        ["Input.Agrees"] = "true",
    };

    /// <summary>Somebody offers this in Weirside; the page that follows.</summary>
    public async Task<AngleSharp.Html.Dom.IHtmlDocument> OfferAsync(Browser browser, params string[] skills) =>
        await browser.SubmitAsync(await browser.GetAsync("/account/skills/new"), Answers(skills));

    /// <summary>Somebody else who offers something, straight into the database.</summary>
    public static async Task<Person> OffersAsync(Site site, string name, Area area, params string[] skills)
    {
        var person = await site.SaveAsync(A.Person(name));
        await site.SaveAsync(new SkillOffer(person.Id, null, new(area, skills, ""), site.Now));
        return person;
    }
}
