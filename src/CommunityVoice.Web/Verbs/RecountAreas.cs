using CommunityVoice.Areas;
using CommunityVoice.Web.Wiring;

namespace CommunityVoice.Web.Verbs;

/// <summary><c>recount-areas</c>: counts anew what overviews show, whether or not anything changed.</summary>
internal static class RecountAreas
{
    public static async Task<int> RunAsync(IServiceProvider services, string[] args, CancellationToken ct)
    {
        await services.MigrateAsync(ct);
        await using var scope = services.CreateAsyncScope();
        Console.WriteLine($"Counted anew: {await scope.ServiceProvider.GetRequiredService<AreaTallies>().RecountAsync(ct)} areas in which somebody spoke");
        return 0;
    }
}
