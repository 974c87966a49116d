namespace CommunityVoice.Bodies;

/// <summary>Named filters over remits, so that pages, files and permissions agree.</summary>
public static class RemitQueries
{
    extension(IQueryable<Remit> remits)
    {
        /// <summary>Those that hold on a day; the same as <see cref="Remit.IsInForceOn"/>.</summary>
        public IQueryable<Remit> InForceOn(DateOnly day) => remits.Where(r => r.StartsOn <= day && (r.EndsOn == null || day < r.EndsOn));
    }
}
