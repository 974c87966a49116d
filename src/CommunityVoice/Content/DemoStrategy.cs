using CommunityVoice.Activity;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Determinants;
using CommunityVoice.Search;
using CommunityVoice.Skills;
using CommunityVoice.Strategies;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Content;

/// <summary>Writes and publishes the strategy of the invented place, resting on the findings of its summary.</summary>
internal sealed class DemoStrategy(CommunityVoiceDb db, DemoFiles files, DemoDays days)
{
    private readonly DemoStrategyFile from = files.Strategy;

    public async Task SaveAsync(CancellationToken ct)
    {
        if (await db.Strategies.AnyAsync(s => s.Slug == from.Slug, ct)) return;
        var framework = await db.Frameworks.Include(f => f.Items).SingleAsync(f => f.Slug == files.Consultations.Review.Framework, ct);
        var author = files.Place.People.Single(p => p.Key == from.Author).Email;
        var by = await db.People.SingleAsync(p => p.Email == author, ct);
        var board = await BodyAsync(from.By, ct);
        var strategy = new Strategy(await db.Areas.SingleAsync(a => a.Slug == from.Area, ct), board, framework, from.Slug);
        var published = days.At(from.Published, 15);

        var version = strategy.Start(from.Title, by.Id, days.At(from.Published - 30));
        version.Describe(from.Title, from.About.Trim(), from.OtherPlans.Trim());
        version.FocusOn(from.Focus, FinancialYear.Of(days.Day(from.Published)));
        version.Involve(from.BodiesInvolved.Trim(), from.PeopleInvolved.Trim());
        foreach (var plan in from.Plans) version.AddPlan(new(plan.Title, plan.Kind, plan.By, plan.Address, plan.Next, days.Day(plan.On)));
        foreach (var measure in from.Measures)
            version.Measure(framework.Items.Single(i => i.Code == measure.Item), new(measure.Measure, measure.Baseline, measure.Target, days.Day(measure.Due), await BodyAsync(measure.Owner, ct)));
        var actions = new Dictionary<string, StrategyAction>(StringComparer.Ordinal);
        foreach (var action in from.Actions) actions[action.Key] = version.AddAction(await FactsAsync(action, framework.Items, ct));
        var named = await NamedBodies.OfAsync(db, ct);
        foreach (var line in from.Lines) version.AddLine(Facts(line, line.For is { } key ? actions[key] : null, named));
        foreach (var other in from.With)
        {
            var (body, agreed) = (await BodyAsync(other, ct), days.At(from.Published - 25, 14));
            strategy.AskToWrite(body, days.At(from.Published - 29, 10)).Sign(await db.Memberships.Where(m => m.BodyId == body.Id).OrderBy(m => m.Id).Select(m => m.PersonId).FirstAsync(ct), agreed);
        }
        foreach (var one in from.Exemplars)
            db.Exemplars.Add(new Exemplar(strategy.Area, board, framework.Items.Single(i => i.Code == one.Item), new(one.Place, one.Figure, one.Before, days.Day(one.BeforeOn), one.After, days.Day(one.AfterOn), one.Method, one.Source, null), by.Id, days.At(one.At)));
        db.Strategies.Add(strategy);
        await db.SaveChangesAsync(ct);

        version.Publish(by.Id, published);
        foreach (var (code, words) in from.Gaps) strategy.Explain(framework.Items.Single(i => i.Code == code), words, by.Id, published);
        foreach (var report in from.Reports)
            strategy.Report(actions[report.Action].Number, new(report.State, days.Day(report.On), report.Before, report.Now, report.Evidence, report.Reason), by.Id, days.At(report.On, 16));
        db.ActivityEntries.Add(new ActivityEntry(by.Id, "strategy.published", nameof(Strategy), strategy.Id, "Version 1", published));
        foreach (var offered in from.Offers) await OfferAsync(offered, strategy, actions, ct);
        await db.SaveChangesAsync(ct);
        await new SearchIndex(db).PutAsync(
            SearchKind.Strategy, strategy.Id, version.Title, string.Join("\n\n", [version.About, .. version.Actions.Select(a => $"{a.Title}\n\n{a.WhatWillBeDone}")]), $"/strategies/{strategy.Slug}", published, ct);
    }

    private async Task<ActionFacts> FactsAsync(DemoAction action, List<Frameworks.FrameworkItem> items, CancellationToken ct)
    {
        var findings = await db.Findings.Where(f => action.Findings.Contains(f.Heading)).ToListAsync(ct);
        return new(
            action.Title, action.Text.Trim(), action.Class, action.Level, action.Lower, action.Owner is { } owner ? await BodyAsync(owner, ct) : null, days.Day(action.Due),
            action.Measure, action.Baseline, action.Target, action.NoFinding, action.Unfunded, [.. action.Items.Select(c => items.Single(i => i.Code == c))], findings)
        {
            OwnerKind = action.OwnerKind,
            NationalAsk = action.NationalAsk,
            Shift = action.Shift,
            Determinants = DeterminantList.Marks(action.Determinants),
            Alignment = action.Alignment,
            Horizon = action.Horizon,
            Skills = action.Skills,
            PeopleNeeded = action.People,
            Brings = await db.Elements.Where(e => action.Brings.Contains(e.Name)).ToListAsync(ct),
        };
    }

    private async Task OfferAsync(DemoOffer offered, Strategy strategy, Dictionary<string, StrategyAction> actions, CancellationToken ct)
    {
        var email = files.Place.People.Single(p => p.Key == offered.Person).Email;
        var person = await db.People.SingleAsync(p => p.Email == email, ct);
        var offer = new SkillOffer(person.Id, offered.For is { } body ? await BodyAsync(body, ct) : null, new(await db.Areas.SingleAsync(a => a.Slug == offered.Area, ct), offered.Skills, offered.Words), days.At(offered.At));
        db.SkillOffers.Add(offer);
        if (offered.Helps is not { } key) return;
        var helper = new Helper(offer, strategy.Id, actions[key].Number);
        helper.Say(HelpAnswer.Name, days.At(offered.At));
        db.Helpers.Add(helper);
    }

    private LineFacts Facts(DemoLine line, StrategyAction? action, NamedBodies named)
    {
        var first = FinancialYear.Of(days.Day(0)) + 1 + line.Year;
        return new(
            line.Title, (long)(line.Pounds * 100), FinancialYear.FirstDay(first), FinancialYear.LastDay(first + line.Years - 1), line.Source, line.Recurring,
            line.From, line.To, line.Kind, line.Recipient, line.Level, new(line.Unrestricted, line.Reporting, line.Risk), action, [])
        {
            Shift = line.Shift,
            Payer = named.Find(line.Source),
            Payee = named.Find(line.Recipient),
        };
    }

    private Task<Body> BodyAsync(string key, CancellationToken ct)
    {
        var name = files.Place.Bodies.Single(b => b.Key == key).Name;
        return db.Bodies.SingleAsync(b => b.Name == name, ct);
    }
}
