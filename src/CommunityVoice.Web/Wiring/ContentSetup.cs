using CommunityVoice.Analysis.Patterns;
using CommunityVoice.Checklists;
using CommunityVoice.Consultations;
using CommunityVoice.Content;
using CommunityVoice.Determinants;
using CommunityVoice.Discussion;
using CommunityVoice.Frameworks;
using CommunityVoice.Moderation;
using CommunityVoice.Notifications;
using CommunityVoice.Recommendations;
using CommunityVoice.Search;
using CommunityVoice.Skills;
using CommunityVoice.Strategies;
using CommunityVoice.Themes;
using Microsoft.Extensions.Options;

namespace CommunityVoice.Web.Wiring;

/// <summary>Reads our own pages and letters with the site's names filled in.</summary>
public static class ContentSetup
{
    public static void AddContent(this IServiceCollection services)
    {
        services.AddSingleton(provider => Words(provider.GetRequiredService<IOptions<SiteOptions>>().Value, provider.GetRequiredService<IOptions<RecommendationOptions>>().Value, provider.GetRequiredService<IOptions<SmsOptions>>().Value));
        services.AddSingleton(provider => ContentLibrary.Load(Paths.Content, provider.GetRequiredService<SiteWords>()));
        services.AddSingleton(provider => LetterTexts.Load(Paths.Content, provider.GetRequiredService<SiteWords>()));
        services.AddSingleton(_ => HouseRules.Load(Paths.Content));
        services.AddSingleton(provider => Signposts.Load(Paths.Content, provider.GetRequiredService<SiteWords>()));
        services.AddSingleton(_ => StarterThemes.Load(Paths.Content));
        services.AddSingleton(_ => MoneyLists.Load(Paths.Content));
        services.AddSingleton(_ => DeterminantList.Load(Paths.Content));
        services.AddSingleton(_ => SkillList.Load(Paths.Content));
        services.AddSingleton(_ => EqualityQuestions.Load(Paths.Content));
        services.AddSingleton(_ => LegalHooks.Load(Paths.Content));
        services.AddSingleton(_ => Glossary.Load(Paths.Content));
        services.AddSingleton(_ => ChecklistLibrary.Load(Paths.Content));
        services.AddScoped<ChecklistDesk>();
        services.AddSingleton(_ => DisposableMail.Read(File.ReadAllText(Path.Combine(Paths.Content, "disposable-mail.txt"))));
        services.AddScoped<FrameworkLibrary>();
        services.AddSingleton(_ => DemoFiles.Load(Paths.Content));
        services.AddScoped<DemoPlace>();
    }

    /// <summary>Reads everything now: a text that lacks something should stop the start, not fail its first visitor.</summary>
    public static void ReadContent(this IServiceProvider services)
    {
        services.GetRequiredService<ContentLibrary>();
        services.GetRequiredService<LetterTexts>();
        services.GetRequiredService<HouseRules>();
        services.GetRequiredService<Signposts>();
        services.GetRequiredService<StarterThemes>();
        services.GetRequiredService<MoneyLists>();
        services.GetRequiredService<DeterminantList>();
        services.GetRequiredService<SkillList>();
        services.GetRequiredService<EqualityQuestions>();
        services.GetRequiredService<LegalHooks>();
        services.GetRequiredService<Glossary>();
        services.GetRequiredService<ChecklistLibrary>();
        services.GetRequiredService<DisposableMail>();
        services.GetRequiredService<WorkingDays>();
    }

    /// <summary>Brings into the database what is written in files: frameworks, the words of our pages for search, and the demo place where it is wanted.</summary>
    public static async Task SaveContentAsync(this IServiceProvider services, bool withDemo, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<FrameworkLibrary>().SaveAsync(FrameworkFiles.Load(Paths.Content), ct);
        await scope.ServiceProvider.GetRequiredService<SearchIndex>().PutAsync(services.GetRequiredService<ContentLibrary>(), ct);
        if (withDemo) await scope.ServiceProvider.GetRequiredService<DemoPlace>().LoadAsync(ct);
    }

    private static SiteWords Words(SiteOptions site, RecommendationOptions recommendations, SmsOptions sms)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["site.name"] = site.Name,
            ["site.place"] = site.Place,
            ["site.email"] = site.Email ?? "",
            ["site.phone"] = site.Phone ?? "",
            ["site.address"] = site.PostalAddress ?? "",
            ["site.lawfulBasis"] = LawfulBases.Load(Paths.Content).WordsFor(site.LawfulBasis),
            ["site.texts"] = sms.IsUsed ? "to text you, once a day at most, that something happened to what you said or chose or is new in what you follow" : "",
            ["answer.workingDays"] = $"{recommendations.WorkingDays}",
        };
        foreach (var (name, label) in site.Labels) words[$"label.{char.ToLowerInvariant(name[0])}{name[1..]}"] = label;
        return new(words);
    }
}
