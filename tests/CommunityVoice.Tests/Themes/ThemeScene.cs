using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Discussion;
using CommunityVoice.People;
using CommunityVoice.Themes;

namespace CommunityVoice.Tests.Themes;

/// <summary>A consultation in Rivermead, two analysts who may code there, and whoever says something.</summary>
internal sealed class ThemeScene(Site site)
{
    public const string Letter = "Please keep the walk-in clinic on Mill Street open, because the bus to the hospital takes an hour and nobody asked us.";

    public Area Rivermead { get; } = A.Area();
    public Consultation Consultation { get; private set; } = null!;
    public Person Ana { get; } = A.Person("Ana L");
    public Person Ben { get; } = A.Person("Ben K");
    public Browser Browser { get; private set; } = null!;
    public Browser Second { get; private set; } = null!;

    public static async Task<ThemeScene> MakeAsync(Site site)
    {
        var scene = new ThemeScene(site);
        await site.SaveAsync(scene.Ana, scene.Ben);
        await site.SaveAsync(A.Membership(scene.Ana, scene.Rivermead, Capability.Code));
        await site.SaveAsync(A.Membership(scene.Ben, scene.Rivermead, Capability.Code));
        scene.Consultation = await site.SaveAsync(A.Consultation(area: scene.Rivermead));
        (scene.Browser, scene.Second) = (new Browser(site, scene.Ana.Id), new Browser(site, scene.Ben.Id));
        return scene;
    }

    /// <summary>Comments of so many different people.</summary>
    public async Task<List<Comment>> SaidAsync(params string[] bodies)
    {
        List<Comment> comments = [.. bodies.Select((body, i) => new Comment(Consultation, new Author(null, $"Person {i}", Voice.Resident), body, site.Now))];
        await site.SaveAsync(comments[0], [.. comments.Skip(1)]);
        await site.DoAsync<Data.CommunityVoiceDb>(db => CommentCounts.RecountAsync(db, Consultation.Id, CancellationToken.None));
        return comments;
    }

    public Task<Theme> ThemeAsync(string name) => site.SaveAsync(new Theme(Rivermead, name, A.Slug(name)));

    public Task CodeAsync(Theme theme, params Comment[] comments) =>
        site.DoAsync<CodingDesk>(d => d.AssignAsync([theme.Id], [.. comments.Select(c => c.Id)], Ana.Id, CancellationToken.None));

    public Task CompareAsync() => site.DoAsync<Comparing>(c => c.CompareDueAsync(CancellationToken.None));
}
