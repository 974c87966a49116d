using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CommunityVoice.Data;

/// <summary>Keeps an instant as its UTC ticks.</summary>
internal sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(
    at => at.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
