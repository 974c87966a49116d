using System.Text.Json;
using CsvHelper;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.OpenData;

/// <summary>Reads open data as somebody's program would, with parsers that others wrote.</summary>
public sealed class DataFiles(Site site)
{
    private readonly Browser browser = new(site);

    public HttpResponseMessage Answer => browser.Answer;

    public async Task<string> TextAsync(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var answer = await browser.SendAsync(HttpMethod.Get, path);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{path} answered {(int)answer.StatusCode}: {text[..Math.Min(text.Length, 400)]}\n{site.Faults}");
        return text;
    }

    public async Task<JsonElement> JsonAsync(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var text = await TextAsync(path, expected);
        Assert.Equal(expected == HttpStatusCode.OK ? "application/json" : "application/problem+json", Answer.Content.Headers.ContentType!.MediaType);
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>Every item of a list, page by page.</summary>
    public async Task<List<JsonElement>> ItemsAsync(string path, int? limit = null)
    {
        var items = new List<JsonElement>();
        for (var next = path + (limit is null ? "" : $"?limit={limit}"); next is not null;)
        {
            var page = await JsonAsync(next);
            items.AddRange(page.GetProperty("items").EnumerateArray());
            next = page.GetProperty("next").GetString() is { } address ? new Uri(address).PathAndQuery : null;
        }
        return items;
    }

    public async Task<(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyDictionary<string, string>> Rows)> CsvAsync(string path)
    {
        var text = await TextAsync(path);
        Assert.Equal("text/csv", Answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("utf-8", Answer.Content.Headers.ContentType.CharSet);
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        using var reader = CsvReader.FromText(text);
        var header = reader.Headers.Select(h => $"{h}").ToArray();
        var rows = new List<IReadOnlyDictionary<string, string>>();
        while (reader.Read())
        {
            Assert.Equal(header.Length, reader.FieldCount);
            rows.Add(header.ToDictionary(name => name, name => reader.GetString(name) ?? "", StringComparer.Ordinal));
        }
        return (header, rows);
    }

    /// <summary>Every address that the description names, filled in with all that the lists lead to.</summary>
    public async Task<List<(string Pattern, string Path)>> AddressesAsync(IEnumerable<string> patterns)
    {
        var all = new List<(string, string)>();
        foreach (var pattern in patterns)
        {
            if (!pattern.Contains('{', StringComparison.Ordinal))
            {
                all.Add((pattern, pattern));
                continue;
            }
            if (pattern.Contains("{document}", StringComparison.Ordinal))
            {
                all.AddRange((await PapersAsync(pattern)).Select(path => (pattern, path)));
                continue;
            }
            if (pattern.Contains("{number}", StringComparison.Ordinal))
            {
                all.AddRange((await NumberedAsync(pattern)).Select(path => (pattern, path)));
                continue;
            }
            foreach (var (slug, id) in await KeysAsync(pattern))
                all.Add((pattern, pattern.Replace("{slug}", slug, StringComparison.Ordinal).Replace("{kind}", slug, StringComparison.Ordinal).Replace("{id}", id, StringComparison.Ordinal)));
        }
        return all;
    }

    private async Task<IEnumerable<(string Slug, string Id)>> KeysAsync(string pattern)
    {
        static string Word(JsonElement item, string name) => item.GetProperty(name).ToString();
        var list = "/" + pattern.Split('/', '.')[1];
        if (list == "/ballots")
        {
            var ballots = new List<(string, string)>();
            foreach (var slug in (await ItemsAsync("/consultations.json")).Select(c => Word(c, "slug")))
                ballots.AddRange((await JsonAsync($"/consultations/{slug}.json")).GetProperty("item").GetProperty("ballots").EnumerateArray().Select(b => ("", Word(b, "id"))));
            return ballots;
        }
        if (list == "/frameworks") return await site.AskAsync(async db => (await db.Frameworks.Select(f => f.Slug).ToListAsync()).ConvertAll(slug => (slug, "")));
        if (list == "/thread") return await ThreadsAsync();
        var items = await ItemsAsync(list + ".json");
        if (pattern.StartsWith("/areas/{slug}/money.", StringComparison.Ordinal)) return items.Where(i => Word(i, "level") is "system" or "strategicAuthority").Select(i => (Word(i, "slug"), ""));
        if (pattern.EndsWith("/decision.json", StringComparison.Ordinal)) return await DecidedAsync(items.Select(i => Word(i, "slug")));
        if (pattern.Contains("/meetings/{id}", StringComparison.Ordinal)) return await MeetingsAsync(items.Select(i => Word(i, "slug")));
        if (pattern.Contains("/gaps/{id}", StringComparison.Ordinal)) return await GapsAsync(items.Select(i => Word(i, "slug")));
        if (!pattern.Contains("{slug}", StringComparison.Ordinal)) return items.Select(i => ("", Word(i, "id")));
        if (!pattern.Contains("{id}", StringComparison.Ordinal)) return items.Select(i => (Word(i, "slug"), ""));
        var comments = new List<(string, string)>();
        foreach (var slug in items.Select(i => Word(i, "slug")))
            comments.AddRange((await ItemsAsync($"{list}/{slug}/comments.json")).Where(c => Word(c, "state") == "visible").Take(3).Select(c => (slug, Word(c, "id"))));
        return comments;
    }

    // One thread of each kind of thing that has an address in other files, and of what people said.
    private async Task<IEnumerable<(string Slug, string Id)>> ThreadsAsync()
    {
        var comments = await site.AskAsync(db => db.Comments.Where(c => c.ShownAt != null && c.HeldAt == null && c.WithdrawnAt == null && c.RemovedAt == null && c.Consultation.PublishedAt != null).OrderBy(c => c.Id).Select(c => c.Id).Take(1).ToListAsync());
        var themes = await site.AskAsync(db => db.Themes.OrderBy(t => t.Id).Select(t => t.Id).Take(3).ToListAsync());
        return [.. comments.Select(id => ("comment", $"{id}")), .. themes.Select(id => ("theme", $"{id}")), .. (await ItemsAsync("/recommendations.json")).Take(3).Select(r => ("recommendation", r.GetProperty("id").ToString()))];
    }

    // Every paper of every consultation, and each of its versions where the pattern asks for one.
    private async Task<List<string>> PapersAsync(string pattern)
    {
        const string paper = "/consultations/{slug}/documents/{document}";
        var papers = new List<string>();
        foreach (var slug in (await ItemsAsync("/consultations.json")).Select(c => c.GetProperty("slug").GetString()))
        {
            foreach (var path in (await JsonAsync($"/consultations/{slug}.json")).GetProperty("item").GetProperty("documents").EnumerateArray().Select(d => d.GetProperty("path").GetString()!).ToList())
            {
                var here = pattern.Replace(paper, path, StringComparison.Ordinal);
                papers.AddRange(here.Contains("{number}", StringComparison.Ordinal)
                    ? (await JsonAsync(path + ".json")).GetProperty("item").GetProperty("versions").EnumerateArray().Select(v => here.Replace("{number}", $"{v.GetProperty("number")}", StringComparison.Ordinal))
                    : [here]);
            }
        }
        return papers;
    }

    // Every version of all that has any, and every question of every review.
    private async Task<List<string>> NumberedAsync(string pattern)
    {
        var list = "/" + pattern.Split('/')[1];
        var paths = new List<string>();
        foreach (var slug in (await ItemsAsync(list + ".json")).Select(i => i.GetProperty("slug").GetString()!))
        {
            var item = (await JsonAsync($"{list}/{slug}.json")).GetProperty("item");
            paths.AddRange(item.GetProperty(list == "/reviews" ? "questions" : "versions").EnumerateArray()
                .Select(v => pattern.Replace("{slug}", slug, StringComparison.Ordinal).Replace("{number}", $"{v.GetProperty("number")}", StringComparison.Ordinal)));
        }
        return paths;
    }

    // Those that somebody decides on.
    private async Task<IEnumerable<(string Slug, string Id)>> DecidedAsync(IEnumerable<string> consultations)
    {
        var decided = new List<(string, string)>();
        foreach (var slug in consultations)
            if ((await JsonAsync($"/consultations/{slug}.json")).GetProperty("item").GetProperty("decision").ValueKind != JsonValueKind.Null) decided.Add((slug, ""));
        return decided;
    }

    private async Task<IEnumerable<(string Slug, string Id)>> MeetingsAsync(IEnumerable<string> consultations)
    {
        var meetings = new List<(string, string)>();
        foreach (var slug in consultations)
            meetings.AddRange((await JsonAsync($"/consultations/{slug}.json")).GetProperty("item").GetProperty("meetings").EnumerateArray().Select(m => (slug, m.GetProperty("path").GetString()!.Split('/')[^1])));
        return meetings;
    }

    private async Task<IEnumerable<(string Slug, string Id)>> GapsAsync(IEnumerable<string> areas)
    {
        var gaps = new List<(string, string)>();
        foreach (var slug in areas)
            gaps.AddRange((await JsonAsync($"/areas/{slug}/gaps.json")).GetProperty("item").GetProperty("gaps").EnumerateArray().Take(2).Select(g => (slug, g.GetProperty("id").ToString())));
        return gaps;
    }
}
