namespace CommunityVoice.Areas;

/// <summary>
/// Where the areas of neighbourhood teams and primary care networks lie among wards and localities (rule R-A26), by their postcodes: a ward in the team's area that
/// holds all of it, and a team's area in the locality that does, or around it. What cuts across another shares ground with it, and nothing is counted through that.
/// </summary>
internal sealed class TeamNesting(IReadOnlyCollection<PostcodeRow> rows)
{
    private readonly Dictionary<string, string> teamOfWard = Whole(rows, r => r.WardCode, r => r.TeamCode);
    private readonly Dictionary<string, string> teamOfLocality = Whole(rows, r => r.LocalityCode, r => r.TeamCode);
    private readonly Dictionary<string, string> localityOfTeam = Whole(rows, r => r.TeamCode, r => r.LocalityCode);

    /// <summary>Wards and the teams' areas that share ground with them.</summary>
    public IEnumerable<(string Ward, string Team)> Sharing =>
        rows.Where(r => r.TeamCode is not null && AroundWard(r) != r.TeamCode && TeamAroundLocality(r) != r.TeamCode).Select(r => (r.WardCode, r.TeamCode!)).Distinct();

    public string AroundTeam(PostcodeRow row) => localityOfTeam.GetValueOrDefault(row.TeamCode ?? "") ?? row.PlaceCode;

    public string AroundLocality(PostcodeRow row) => TeamAroundLocality(row) ?? row.PlaceCode;

    public string AroundWard(PostcodeRow row) =>
        teamOfWard.TryGetValue(row.WardCode, out var team) && (row.LocalityCode is null || localityOfTeam.ContainsKey(team)) ? team : row.LocalityCode ?? row.PlaceCode;

    private string? TeamAroundLocality(PostcodeRow row) =>
        teamOfLocality.GetValueOrDefault(row.LocalityCode ?? "") is { } team && !localityOfTeam.ContainsKey(team) ? team : null;

    // What lies whole in one other, and in which.
    private static Dictionary<string, string> Whole(IEnumerable<PostcodeRow> rows, Func<PostcodeRow, string?> inner, Func<PostcodeRow, string?> outer) =>
        rows.Where(r => inner(r) is not null).GroupBy(r => inner(r)!, StringComparer.Ordinal)
            .Select(g => (g.Key, Around: g.Select(outer).Distinct(StringComparer.Ordinal).ToList()))
            .Where(g => g.Around is [not null]).ToDictionary(g => g.Key, g => g.Around[0]!, StringComparer.Ordinal);
}
