using CommunityVoice.Bodies;
using CommunityVoice.Reviews;
using CommunityVoice.Web.Pages.Manage.Reviews;

namespace CommunityVoice.Web.Wiring;

/// <summary>Reviews: what is found of each item, and questions that bodies answer in public.</summary>
public static class ReviewsSetup
{
    public static void AddReviews(this IServiceCollection services)
    {
        services.AddScoped<BodyMembers>();
        services.AddScoped<ReviewLetters>();
        services.AddScoped<ReviewDesk>();
        services.AddScoped<ItemThreads>();
        services.AddScoped<QuestionReminders>();
        services.AddScoped<ReviewSignOffs>();
        services.AddScoped<CoAuthorDesk>();
        services.AddScoped<Undiscussed>();
        services.AddScoped<ReviewAtHand>();
        services.AddScoped<ReviewChoices>();
    }
}
