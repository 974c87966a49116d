using System.Globalization;
using System.Xml.Linq;
using CommunityVoice.Areas;
using CommunityVoice.Consultations;
using CommunityVoice.Content;
using CommunityVoice.Data;
using CommunityVoice.Notifications;
using CommunityVoice.OnBehalf;
using CommunityVoice.Recommendations;
using CommunityVoice.Strategies;
using CommunityVoice.Summaries;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Sitemaps;

/// <summary>
/// The public pages, as search engines read lists of them: one file while they fit, otherwise an index of one or more files for each kind.
/// When a page last changed is said only where that is known for certain.
/// </summary>
public sealed class Sitemap(CommunityVoiceDb db, ContentLibrary content, SiteAddress site, TimeProvider clock)
{
    /// <summary>As many as a file may hold.</summary>
    public const int MostInFile = 50_000;

    private const string Own = "pages";
    private static readonly XNamespace Xml = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly string[] Lists =
        ["/", "/areas", "/bodies", "/consultations", "/how-we-moderate/numbers", "/ideas", "/newsletter", "/open-data", "/receipts", "/recommendations", "/reviews", "/strategies", "/summaries", "/what-changed"];

    /// <summary>All of them, or the index of the files that hold them.</summary>
    public async Task<XDocument> WholeAsync(CancellationToken ct)
    {
        var counts = new List<(string Kind, int Count)> { (Own, OwnPages().Count()) };
        foreach (var (kind, rows) in Kinds()) counts.Add((kind, await rows.CountAsync(ct)));
        if (counts.Sum(c => c.Count) > MostInFile) return Index(counts);
        var all = OwnPages().ToList();
        foreach (var (_, rows) in Kinds()) all.AddRange(await rows.OrderBy(r => r.Id).ToListAsync(ct));
        return Of(all);
    }

    /// <summary>One file of the index: its kind, and which of them, from 1 on. None where there is no such file.</summary>
    public async Task<XDocument?> PartAsync(string kind, int number, CancellationToken ct)
    {
        if (number < 1) return null;
        if (kind == Own) return number == 1 ? Of(OwnPages()) : null;
        if (Kinds().FirstOrDefault(k => k.Kind == kind) is not { Rows: { } rows }) return null;
        var found = await rows.OrderBy(r => r.Id).Skip((number - 1) * MostInFile).Take(MostInFile).ToListAsync(ct);
        return found.Count == 0 ? null : Of(found);
    }

    private IEnumerable<Row> OwnPages() => Lists.Concat(content.All.Select(p => "/" + p.Path)).Distinct(StringComparer.Ordinal).Select(path => new Row { Path = path });

    private IEnumerable<(string Kind, IQueryable<Row> Rows)> Kinds()
    {
        var now = clock.GetUtcNow();
        var consultations = db.Consultations.Published();
        yield return ("areas", db.Areas.KnownToPeople().Select(a => new Row { Id = a.Id, Path = "/areas/" + a.Slug }));
        yield return ("themes", db.Themes.Where(t => t.RetiredAt == null).Select(t => new Row { Id = t.Id, Path = "/areas/" + t.Area.Slug + "/themes/" + t.Slug }));
        yield return ("bodies", db.Bodies.Select(b => new Row { Id = b.Id, Path = "/bodies/" + b.Slug }));
        yield return ("frameworks", db.Frameworks.Select(f => new Row { Id = f.Id, Path = "/frameworks/" + f.Slug }));
        yield return ("reviews", db.Reviews.Select(r => new Row { Id = r.Id, Path = "/reviews/" + r.Slug }));
        yield return ("consultations", consultations.Select(c => new Row { Id = c.Id, Path = "/consultations/" + c.Slug }));
        yield return ("decisions", consultations.Where(c => c.DecidedAt != null).Select(c => new Row { Id = c.Id, Path = "/consultations/" + c.Slug + "/decision" }));
        yield return ("documents", db.Documents.Where(d => d.Consultation.PublishedAt != null && !d.AwaitsPublishing)
            .Select(d => new Row { Id = d.Id, Path = "/consultations/" + d.Consultation.Slug + "/documents/" + d.Slug }));
        yield return ("meetings", db.Meetings.Standing().Select(m => new Row { Id = m.Id, Path = "/consultations/" + m.Consultation.Slug + "/meetings/" + m.Id }));
        yield return ("results", db.Ballots.WithPages().Where(b => b.OpensAt <= now && b.Consultation.OpensAt <= now).Select(b => new Row { Id = b.Id, Path = "/ballots/" + b.Id + "/results" }));
        yield return ("ideas", db.Ideas.Where(i => i.AdoptedAt != null && i.WithdrawnAt == null
                && i.Comment!.ShownAt != null && i.Comment.HeldAt == null && i.Comment.WithdrawnAt == null && i.Comment.RemovedAt == null)
            .Select(i => new Row { Id = i.Id, Path = "/ideas/" + i.Id }));
        yield return ("summaries", db.SummaryVersions.Newest().Select(v => new Row { Id = v.Id, Path = "/summaries/" + v.Summary.Slug, ChangedAt = v.PublishedAt }));
        yield return ("recommendations", db.Recommendations.Sent().Select(r => new Row { Id = r.Id, Path = "/recommendations/" + r.Id }));
        yield return ("strategies", db.StrategyVersions.Newest().Select(v => new Row { Id = v.Id, Path = "/strategies/" + v.Strategy.Slug, ChangedAt = v.PublishedAt }));
    }

    private XDocument Of(IEnumerable<Row> rows) => new(new XElement(Xml + "urlset", rows.Select(r => new XElement(Xml + "url",
        new XElement(Xml + "loc", site.To(r.Path)),
        r.ChangedAt is { } at ? new XElement(Xml + "lastmod", at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)) : null))));

    private XDocument Index(IEnumerable<(string Kind, int Count)> counts) => new(new XElement(Xml + "sitemapindex",
        from kind in counts
        from number in Enumerable.Range(1, (kind.Count + MostInFile - 1) / MostInFile)
        select new XElement(Xml + "sitemap", new XElement(Xml + "loc", site.To(string.Create(CultureInfo.InvariantCulture, $"/sitemap-{kind.Kind}-{number}.xml"))))));

    private sealed class Row
    {
        public long Id { get; init; }
        public required string Path { get; init; }
        public DateTimeOffset? ChangedAt { get; init; }
    }
}
