using CommunityVoice.Activity;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Summaries;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Content;

/// <summary>Whom the invented place's summary was shown to for its facts, who wrote and signed it, and its Easy Read variant.</summary>
internal sealed class DemoRounds(CommunityVoiceDb db, DemoFiles files, DemoDays days)
{
    private readonly DemoSummary from = files.Themes.Summary;

    /// <summary>What happened to the draft. It is published next; the caller saves.</summary>
    public async Task BeforeAsync(SummaryVersion draft, Guid editor, CancellationToken ct)
    {
        if (from.FactCheck is { } round)
        {
            // Nobody has the page's address: what it was for is over.
            var check = draft.SendToCheck(await BodyAsync(round.Body, ct), round.Email, Hashes.Sha256(Hashes.RandomHex(32)), days.Day(round.LastDay), editor, days.At(round.Sent));
            foreach (var said in round.Comments)
            {
                check.Say(new(said.Where, said.Wrong, said.Right), days.At(said.At)).Decide(said.Decision, said.Reason, editor, days.At(said.At).AddDays(1));
            }
        }
        foreach (var author in from.Authors) await AskToWriteAsync(draft.Summary, author, ct);
        foreach (var partner in from.Partners) await AskAsync(draft, partner, ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>What was written for the published version.</summary>
    public void After(SummaryVersion version, Guid editor)
    {
        if (from.EasyRead is not { } easy) return;
        var kind = VariantKind.Find("easy-read")!;
        var variant = new SummaryVariant(version.Summary, kind);
        var at = version.PublishedAt!.Value.AddDays(2);
        variant.Write(easy.Title, easy.Body.Trim(), version, editor, at);
        db.SummaryVariants.Add(variant);
        db.ActivityEntries.Add(new ActivityEntry(editor, "summary.variant-written", nameof(Summary), version.SummaryId, $"{kind.Name}, of version {version.Number}", at));
    }

    private async Task AskAsync(SummaryVersion draft, DemoPartner partner, CancellationToken ct)
    {
        var asked = draft.Ask(await BodyAsync(partner.Body, ct), days.At(from.Published - 7));
        if (partner is { SignedBy: { } signer, At: { } at }) asked.Sign(await PersonAsync(signer, ct), days.At(at));
    }

    private async Task AskToWriteAsync(Summary summary, DemoPartner author, CancellationToken ct)
    {
        var asked = summary.AskToWrite(await BodyAsync(author.Body, ct), days.At(from.CutOff + 2));
        if (author is { SignedBy: { } signer, At: { } at }) asked.Sign(await PersonAsync(signer, ct), days.At(at));
    }

    private Task<Guid> PersonAsync(string key, CancellationToken ct)
    {
        var email = files.Place.People.Single(p => p.Key == key).Email;
        return db.People.Where(p => p.Email == email).Select(p => p.Id).SingleAsync(ct);
    }

    private Task<Body> BodyAsync(string key, CancellationToken ct)
    {
        var name = files.Place.Bodies.Single(b => b.Key == key).Name;
        return db.Bodies.SingleAsync(b => b.Name == name, ct);
    }
}
