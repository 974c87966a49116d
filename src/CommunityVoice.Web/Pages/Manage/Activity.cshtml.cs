using CommunityVoice.Activity;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage;

/// <summary>Who did what, when, to what, newest first; and whether the record is whole.</summary>
[Uses(Capability.Administer)]
public sealed class ActivityModel(CommunityVoiceDb db) : PageModel
{
    public const int PageSize = 50;

    public IReadOnlyList<ActivityRow> Entries { get; private set; } = [];
    public IReadOnlyList<string> Kinds { get; private set; } = [];
    public string? Kind { get; private set; }
    public long? Next { get; private set; }
    public bool IsFirstPage { get; private set; }

    /// <summary>None where nobody asked for the check.</summary>
    public bool? IsWhole { get; private set; }
    public long? FirstBroken { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? kind, long before, bool check, CancellationToken ct)
    {
        (Kind, IsFirstPage) = (string.IsNullOrWhiteSpace(kind) ? null : kind, before <= 0);
        Kinds = await db.ActivityEntries.Select(e => e.Verb).Distinct().OrderBy(v => v).ToListAsync(ct);
        var entries = await db.ActivityEntries.AsNoTracking()
            .Where(e => (Kind == null || e.Verb == Kind) && (before <= 0 || e.Id < before))
            .OrderByDescending(e => e.Id).Take(PageSize + 1)
            .Select(e => new ActivityRow(e.Id, e.At, db.People.Where(p => p.Id == e.PersonId).Select(p => p.DisplayName).FirstOrDefault(),
                e.PersonId != null, e.Verb, e.Subject, e.SubjectId, e.Detail)).ToListAsync(ct);
        Next = entries.Count > PageSize ? entries[PageSize - 1].Id : null;
        Entries = [.. entries.Take(PageSize)];
        if (!check) return Page();
        FirstBroken = await ActivityChain.FirstBrokenAsync(db, ct);
        IsWhole = FirstBroken is null;
        return Page();
    }

    public string Address(long? before = null, bool check = false)
    {
        string?[] keys = [Kind is null ? null : "kind=" + Uri.EscapeDataString(Kind), before is null ? null : $"before={before}", check ? "check=true" : null];
        var query = string.Join('&', keys.Where(k => k is not null));
        return "/manage/activity" + (query.Length == 0 ? "" : "?" + query);
    }
}

/// <summary>One entry of the record in a row.</summary>
public sealed record ActivityRow(long Id, DateTimeOffset At, string? Person, bool IsByPerson, string Verb, string Subject, long? SubjectId, string? Detail)
{
    public string Who => Person ?? (IsByPerson ? "Somebody who left" : "The site or the public");

    /// <summary>"comment.edit-asked" as "Comment: edit asked".</summary>
    public static string Words(string verb)
    {
        var (subject, what) = verb.Split('.', 2) is [var s, var w] ? (s, w) : ("", verb);
        var words = what.Replace('-', ' ');
        return subject.Length == 0 ? words : $"{char.ToUpperInvariant(subject[0])}{subject[1..].Replace('-', ' ')}: {words}";
    }
}
