using Microsoft.Extensions.DependencyInjection;

namespace CommunityVoice.Moderation;

/// <summary>
/// The public record of moderation, counted when somebody first asks in an hour and kept until the next: its page and its files then show the same numbers, and nobody can have
/// all decisions read again and again by asking for them.
/// </summary>
public sealed class ModerationAtHand(IServiceScopeFactory scopes, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private volatile CountedModeration? counted;

    private CountedModeration? Held => counted is { } held && clock.GetUtcNow() < held.Until ? held : null;

    public async ValueTask<CountedModeration> FindAsync(CancellationToken ct)
    {
        if (Held is { } held) return held;
        await turn.WaitAsync(ct); // one counts, and the others who asked meanwhile take what it counted
        try
        {
            if (Held is { } meanwhile) return meanwhile;
            await using var scope = scopes.CreateAsyncScope();
            var fresh = await scope.ServiceProvider.GetRequiredService<ModerationRecord>().CountAsync(ct);
            counted = fresh;
            return fresh;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();
}
