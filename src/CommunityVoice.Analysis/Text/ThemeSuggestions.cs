namespace CommunityVoice.Analysis.Text;

/// <summary>A text that people have coded, with the themes it got.</summary>
public sealed record CodedText(long Id, string Text, IReadOnlyCollection<long> Themes);

/// <summary>A theme's own words: its name and what belongs to it. Its terms count as one text coded to it.</summary>
public sealed record ThemeWords(long Id, string Words);

/// <summary>A theme that may fit a text, and why.</summary>
/// <param name="ThemeId">The theme.</param>
/// <param name="Terms">The terms of the text that mark the theme, strongest first.</param>
/// <param name="LikeId">The coded text most like it that has the theme, if any is like it.</param>
public sealed record ThemeSuggestion(long ThemeId, IReadOnlyList<string> Terms, long? LikeId);

/// <summary>
/// Suggests themes for a text from what people coded before: by terms that mark a theme, and by likeness to coded texts. Nothing leaves the server and
/// nothing is learnt from elsewhere; the same coded texts give the same suggestions, in whatever order they come.
/// </summary>
/// <remarks>
/// <para>Terms: log-odds ratio of a term in a theme against all other texts, with an informative Dirichlet prior (the term's share of all texts), divided by its
/// standard error, after B. Monroe, M. Colaresi and K. Quinn, "Fightin' Words" (2008), equations 16 to 22. A term marks a theme from z = 1.2816 on (one-sided 10 %);
/// a theme's own words mark it from the start, unless they are another theme's too.</para>
/// <para>Likeness: cosine of tf-idf vectors after G. Salton and C. Buckley, "Term-weighting approaches in automatic text retrieval" (1988), each term counted once a
/// text; the five nearest coded texts vote with their cosine, from 0.15 on.</para>
/// <para>Both orders are joined by reciprocal rank fusion after G. Cormack, C. Clarke and S. Büttcher (2009): the sum of 1 / (60 + place).</para>
/// </remarks>
public sealed class ThemeSuggestions
{
    public const int Most = 3;
    private const double MarksFrom = 1.2816;
    private const double LikeFrom = 0.15;
    private const int Neighbours = 5;
    private const int TermsShown = 4;
    private const double PriorTexts = 10;
    private const int FusionConstant = 60;

    private readonly List<Known> known;
    private readonly Dictionary<string, int> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<long, Dictionary<string, double>> marks = [];
    private readonly double total;

    public ThemeSuggestions(IEnumerable<ThemeWords> themes, IEnumerable<CodedText> coded)
    {
        List<ThemeWords> offered = [.. themes.OrderBy(t => t.Id)];
        known = [.. coded.OrderBy(c => c.Id).Select(c => new Known(c.Id, WordList.TermsOf(c.Text), [.. c.Themes]))];
        List<Known> all = [.. known, .. offered.Select(t => new Known(0, WordList.TermsOf(t.Words), [t.Id]))];
        foreach (var term in all.SelectMany(k => k.Terms)) texts[term] = texts.GetValueOrDefault(term) + 1;
        total = texts.Values.Sum();
        var own = offered.SelectMany(t => WordList.TermsOf(t.Words).Select(term => (t.Id, term))).ToLookup(x => x.term, x => x.Id, StringComparer.Ordinal);
        foreach (var theme in offered) marks[theme.Id] = Marks([.. all.Where(k => k.Themes.Contains(theme.Id))], term => own[term].SequenceEqual([theme.Id]));
    }

    /// <summary>At most three themes that may fit, best first; none of those that it has.</summary>
    public IReadOnlyList<ThemeSuggestion> For(string text, IReadOnlyCollection<long> has)
    {
        var terms = WordList.TermsOf(text);
        var byTerms = marks.Where(m => !has.Contains(m.Key))
            .Select(m => (Theme: m.Key, Terms: (List<string>)[.. terms.Where(m.Value.ContainsKey).OrderByDescending(t => m.Value[t]).ThenBy(t => t, StringComparer.Ordinal)], Weights: m.Value))
            .Where(m => m.Terms.Count > 0).OrderByDescending(m => m.Terms.Sum(t => m.Weights[t])).ThenBy(m => m.Theme).ToList();
        var near = Nearest(terms);
        var byLikeness = near.SelectMany(n => n.Text.Themes.Where(t => marks.ContainsKey(t) && !has.Contains(t)).Select(t => (Theme: t, n.Cosine, n.Text.Id)))
            .GroupBy(v => v.Theme).Select(g => (Theme: g.Key, Votes: g.Sum(v => v.Cosine), Like: g.First().Id)).OrderByDescending(g => g.Votes).ThenBy(g => g.Theme).ToList();
        var scores = byTerms.Select((m, place) => (m.Theme, Score: 1.0 / (FusionConstant + 1 + place))).Concat(byLikeness.Select((g, place) => (g.Theme, Score: 1.0 / (FusionConstant + 1 + place))));
        return [.. scores.GroupBy(s => s.Theme).OrderByDescending(g => g.Sum(s => s.Score)).ThenBy(g => g.Key).Take(Most).Select(g => new ThemeSuggestion(
            g.Key,
            byTerms.Find(m => m.Theme == g.Key).Terms?.Take(TermsShown).ToList() ?? [],
            byLikeness.Find(l => l.Theme == g.Key) is { Votes: > 0 } like ? like.Like : null))];
    }

    private Dictionary<string, double> Marks(List<Known> inTheme, Func<string, bool> isOwn)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var term in inTheme.SelectMany(k => k.Terms)) counts[term] = counts.GetValueOrDefault(term) + 1;
        double inside = counts.Values.Sum(), outside = total - inside;
        var marked = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (term, here) in counts)
        {
            double prior = PriorTexts * texts[term] / total, there = texts[term] - here;
            var difference = Math.Log((here + prior) / (inside + PriorTexts - here - prior)) - Math.Log((there + prior) / (outside + PriorTexts - there - prior));
            var z = difference / Math.Sqrt((1 / (here + prior)) + (1 / (there + prior)));
            if (z >= MarksFrom || isOwn(term)) marked[term] = Math.Max(z, MarksFrom);
        }
        return marked;
    }

    private List<(Known Text, double Cosine)> Nearest(List<string> terms)
    {
        var weights = terms.Where(texts.ContainsKey).ToDictionary(t => t, Rarity, StringComparer.Ordinal);
        // Terms that nobody wrote before make a text less like any other.
        var length = Math.Sqrt(weights.Values.Sum(w => w * w) + ((terms.Count - weights.Count) * Math.Pow(Math.Log(2 + known.Count), 2)));
        return length <= 0 ? [] : [.. known.Select(k => (Text: k, Cosine: k.Terms.Sum(t => weights.TryGetValue(t, out var w) ? w * w : 0) / (length * Length(k))))
            .Where(n => n.Cosine >= LikeFrom).OrderByDescending(n => n.Cosine).ThenBy(n => n.Text.Id).Take(Neighbours)];
    }

    private double Length(Known text) => Math.Max(1e-9, Math.Sqrt(text.Terms.Sum(t => Rarity(t) * Rarity(t))));

    private double Rarity(string term) => Math.Log(1 + ((double)(known.Count + 1) / texts[term]));

    private sealed record Known(long Id, List<string> Terms, List<long> Themes);
}
