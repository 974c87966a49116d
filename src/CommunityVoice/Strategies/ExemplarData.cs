namespace CommunityVoice.Strategies;

/// <summary>A place that did better on an item, as open data. IsWorkedOut: it is an action that was reported as done, and nobody chose it.</summary>
public sealed record ExemplarData(string Framework, string Item, string ItemTitle, string Place, string Figure, string Before, string Now, string Method, string Source, string? Link, bool IsWorkedOut);

/// <summary>Places that did better, item by item, in the order of their names: no ranking.</summary>
public sealed record ExemplarsData(IReadOnlyList<ExemplarData> Exemplars)
{
    public static ExemplarsData Of(IReadOnlyList<ItemExemplars> items) => new([.. items.SelectMany(i => i.Rows.Select(r =>
        new ExemplarData(i.Item.Framework.Slug, i.Item.Code, i.Item.Title, r.Place, r.Figure, r.Before, r.After, r.Method, r.Source, r.Href, r.IsWorkedOut)))]);
}
