using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Wiring;

/// <summary>
/// The net below pages that say themselves who was quicker and keep what was typed: whatever saved the same thing in the same moment is never our fault,
/// and nothing of it was written.
/// </summary>
public static class Quicker
{
    public static bool IsSomebodyElses(this Exception failure) => failure is DbUpdateConcurrencyException || (failure is DbUpdateException e && CommunityVoiceDb.IsUniqueViolation(e));
}
