using CommunityVoice.Consultations;
using CommunityVoice.Discussion;
using CommunityVoice.OnBehalf;
using CommunityVoice.People;
using CommunityVoice.Search;
using CommunityVoice.Themes;
using CommunityVoice.Web.Background;
using CommunityVoice.Web.Pages.Manage.Answers;
using CommunityVoice.Web.Pages.Manage.Consultations;
using CommunityVoice.Web.Threads;

namespace CommunityVoice.Web.Wiring;

/// <summary>What talking and finding are made of.</summary>
public static class DiscussionSetup
{
    public static void AddDiscussion(this IServiceCollection services)
    {
        services.AddScoped<Authors>();
        services.AddScoped<Conversation>();
        services.AddScoped<Suggestions>();
        services.AddScoped<IDraftReceiver, DraftPublisher>();
        services.AddScoped<SearchIndex>();
        services.AddScoped<ISearch, DatabaseSearch>();
        services.AddScoped<Discussion.Threads>();
        services.AddSingleton<RenderedComments>();
        services.AddSingleton<CommentList>();
        services.AddSingleton<DiscussionFragments>();
        services.AddScoped<Discussions>();
        services.AddScoped<HeardFrom>().AddScoped<HeardTables>().AddScoped<ThemeTables>().AddScoped<EqualityAnswers>().AddScoped<EqualityTables>();
        services.AddHostedService<HeardLoop>();
        AddPapersAndAnswers(services);
    }

    /// <summary>What people say about papers, and outside the site where staff enter it for them.</summary>
    private static void AddPapersAndAnswers(IServiceCollection services)
    {
        services.AddScoped<DocumentDesk>();
        services.AddScoped<EnteringBody>();
        services.AddScoped<Answers>();
        services.AddScoped<AnswerForms>();
        services.AddScoped<Meetings>();
        services.AddScoped<ConsultationAtHand>();
        services.AddScoped<EventsAtHand>();
    }
}
