using AngleSharp.Html.Dom;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Strategies;
using CommunityVoice.Tests.OpenData;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Strategies;

/// <summary>Who pays for a line and who gets it, as organisations of the site: chosen by name, led to from everywhere, kept in versions and files.</summary>
public sealed class BudgetBodiesTests : SiteTest
{
    private readonly Body night = A.Body("Rivermead Night Nursing", BodyKind.CommunityGroup);
    private readonly Body council = A.Body("Rivermead Council", BodyKind.Council);
    private StrategyScene scene = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = await StrategyScene.MakeAsync(Site);
        night.RegisterAs("GB-CHC-1164883");
        await Site.SaveAsync(night, council);
    }

    [Fact]
    public async Task A_name_that_is_typed_chooses_the_organisation_and_any_other_stays_as_written()
    {
        var draft = await scene.DraftAsync();
        var form = await scene.Browser.GetAsync($"{draft}/lines/new");
        Assert.Contains(form.QuerySelectorAll("datalist#bodies option"), o => o.GetAttribute("value") == night.Name);
        Assert.Equal("bodies", form.QuerySelector("[name='Input.Recipient']")!.GetAttribute("list"));
        await AddAsync(draft);

        Assert.Equal($"{council.Id} Rivermead Council, {night.Id} Rivermead Night Nursing", await SaysAsync(3));
        Assert.Equal(" Shared budget,  Night Nursing", await SaysAsync(1));

        var line = await Site.AskAsync(db => db.BudgetLines.Where(l => l.Number == 3).Select(l => l.Id).SingleAsync());
        await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"{draft}/lines/{line}"), new() { ["Input.Recipient"] = "Somebody else" });
        Assert.Equal($"{council.Id} Rivermead Council,  Somebody else", await SaysAsync(3));
    }

    [Fact]
    public async Task Its_page_is_led_to_from_the_money_page_and_the_word_file_and_data_names_it()
    {
        var draft = await scene.DraftAsync();
        await AddAsync(draft);
        await scene.PublishAsync(draft);

        var line = (await new Browser(Site).GetAsync($"{StrategyScene.Path}/money")).QuerySelector("#line-3")!;
        Assert.Contains("Goes to Rivermead Night Nursing (Voluntary group).", line.Words(), StringComparison.Ordinal);
        Assert.Contains("Paid by Rivermead Council.", line.Words(), StringComparison.Ordinal);
        Assert.Equal(["/bodies/rivermead-night-nursing", "/bodies/rivermead-council"], line.QuerySelectorAll("a[href^='/bodies/']").Select(a => a.GetAttribute("href")));

        var answer = await new Browser(Site).SendAsync(HttpMethod.Get, $"{StrategyScene.Path}.docx");
        using var word = WordprocessingDocument.Open(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()), isEditable: false);
        Assert.Contains("/bodies/rivermead-night-nursing", word.MainDocumentPart!.HyperlinkRelationships.Select(l => l.Uri.AbsolutePath));

        var files = new DataFiles(Site);
        var data = (await files.JsonAsync($"{StrategyScene.Path}.json")).GetProperty("item").GetProperty("lines").EnumerateArray().ToList();
        Assert.Equal(("rivermead-council", "rivermead-night-nursing"), (data[2].GetProperty("sourceSlug").GetString(), data[2].GetProperty("recipientSlug").GetString()));
        Assert.Null(data[0].GetProperty("recipientSlug").GetString());
        var (_, rows) = await files.CsvAsync($"{StrategyScene.Path}/money.csv");
        Assert.Equal(["", "", "GB-CHC-1164883"], rows.Select(r => r[BudgetCsv.RecipientId]));
        Assert.Equal("/bodies/rivermead-council", rows[2][BudgetCsv.SourceId]);
    }

    [Fact]
    public async Task A_later_version_keeps_it_and_its_new_name_shows()
    {
        var draft = await scene.DraftAsync();
        await AddAsync(draft);
        await scene.PublishAsync(draft);
        await Site.DoAsync<CommunityVoiceDb>(db => db.Bodies.Where(b => b.Id == night.Id).ExecuteUpdateAsync(s => s.SetProperty(b => b.Name, "Night Nursing of Rivermead")));

        var second = await scene.RevisedAsync(draft);
        (await scene.Browser.GetAsync(second)).Shows("to Night Nursing of Rivermead");
        await scene.PublishAsync(second);

        Assert.Equal($"{council.Id} Rivermead Council, {night.Id} Night Nursing of Rivermead", await SaysAsync(3));
        (await new Browser(Site).GetAsync($"{StrategyScene.Path}/changes")).DoesNotShow("Changed: line 3");
        (await new Browser(Site).GetAsync($"{StrategyScene.Path}/money")).Shows("Goes to Night Nursing of Rivermead (Voluntary group).");
    }

    [Fact]
    public async Task What_goes_out_comes_back_with_the_same_organisations()
    {
        var draft = await scene.DraftAsync();
        await AddAsync(draft);
        var file = await (await scene.Browser.SendAsync(HttpMethod.Get, $"{draft}/money.csv")).Content.ReadAsStringAsync();

        // Another spelling beside the id, and a name without one.
        await ImportAsync(draft, file.Replace("Rivermead Night Nursing", "R. Night Nursing", StringComparison.Ordinal).Replace("/bodies/rivermead-council", "", StringComparison.Ordinal));

        Assert.Equal(file, await (await scene.Browser.SendAsync(HttpMethod.Get, $"{draft}/money.csv")).Content.ReadAsStringAsync());
        Assert.Equal($"{council.Id} Rivermead Council, {night.Id} Rivermead Night Nursing", await SaysAsync(3));

        var unknown = file.Replace("GB-CHC-1164883", "GB-CHC-999999", StringComparison.Ordinal);
        (await PreviewAsync(draft, unknown, HttpStatusCode.UnprocessableEntity)).Shows("Under recipient:generic:id is GB-CHC-999999, and Rivermead Night Nursing has the id GB-CHC-1164883 here: put one right");
        var nobody = unknown.Replace("Rivermead Night Nursing", "Nobody here", StringComparison.Ordinal);
        (await PreviewAsync(draft, nobody)).Shows("GB-CHC-999999 under recipient:generic:id names no single organisation here: the name alone is kept");
        await ImportAsync(draft, nobody);
        Assert.Equal($"{council.Id} Rivermead Council,  Nobody here", await SaysAsync(3));
    }

    [Fact]
    public async Task A_name_changed_beside_an_id_is_not_passed_over_in_silence()
    {
        var draft = await scene.DraftAsync();
        await AddAsync(draft);
        var file = await (await scene.Browser.SendAsync(HttpMethod.Get, $"{draft}/money.csv")).Content.ReadAsStringAsync();

        var refused = await PreviewAsync(draft, file.Replace("Rivermead Night Nursing", "Rivermead Council", StringComparison.Ordinal), HttpStatusCode.UnprocessableEntity);
        refused.Shows("Under recipient:generic:id is the id of Rivermead Night Nursing, and the name is Rivermead Council: put one right");
        refused = await PreviewAsync(draft, file.Replace("Rivermead Council", "rivermead night nursing", StringComparison.Ordinal), HttpStatusCode.UnprocessableEntity);
        refused.Shows("Under fin-source:generic:code is the id of Rivermead Council, and the name is rivermead night nursing: put one right");

        var preview = await PreviewAsync(draft, file.Replace("Rivermead Night Nursing", "R. Nursing", StringComparison.Ordinal).Replace("Rivermead Council", "R. Council", StringComparison.Ordinal));
        preview.Shows("Goes to Rivermead Night Nursing, by its id; the file says R. Nursing");
        preview.Shows("Paid by Rivermead Council, by its id; the file says R. Council");
        Assert.Equal(["Shared budget", "Shared budget", "Rivermead Council"], preview.QuerySelectorAll("td[data-label='Who pays']").Select(c => c.Words()));
        Assert.Equal(["Night Nursing", "Night Nursing", "Rivermead Night Nursing"], preview.QuerySelectorAll("td[data-label='Who gets it']").Select(c => c.Words()));
        (await PreviewAsync(draft, file)).DoesNotShow("by its id");
    }

    [Fact]
    public async Task Words_that_choose_an_organisation_may_be_longer_than_any_other_name()
    {
        var (name, slug) = (new string('n', Body.NameMaxLength), new string('s', 70));
        var carers = new Body(name, slug, BodyKind.CommunityGroup);
        await Site.SaveAsync(carers, new Body(name, "others", BodyKind.CommunityGroup));
        var draft = await scene.DraftAsync();
        var line = StrategyScene.Line("Carers", "500");
        line["Input.Recipient"] = $"{name} ({slug})";
        await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"{draft}/lines/new"), line);
        Assert.Equal($" Shared budget, {carers.Id} {name}", await SaysAsync(3));

        line["Input.Recipient"] = new string('n', BudgetLine.NameMaxLength + 1);
        var refused = await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"{draft}/lines/new"), line, HttpStatusCode.UnprocessableEntity);
        refused.ShowsError("Input.Recipient", "Use 160 characters or fewer, or choose an organisation on this site");
    }

    [Fact]
    public void Where_several_have_one_name_or_one_number_the_rest_of_what_is_known_tells()
    {
        var (one, other) = (new Body("Carers", "carers", BodyKind.CommunityGroup), new Body("Carers", "carers-of-fellside", BodyKind.CommunityGroup));
        var (ward, clinic) = (A.Body("The ward"), A.Body("The clinic"));
        foreach (var part in new[] { ward, clinic }) part.RegisterAs("GB-NHS-QOP");
        var bodies = new NamedBodies([one, other, ward, clinic]);

        Assert.Equal(["Carers (carers)", "Carers (carers-of-fellside)", "The ward", "The clinic"], bodies.Choices);
        Assert.Null(bodies.Find("Carers"));
        Assert.Same(other, bodies.Find(bodies.WordsOf(other)));
        Assert.Same(other, bodies.Find("/bodies/carers-of-fellside", "Carers"));
        Assert.Same(clinic, bodies.Find("gb-nhs-qop", " the clinic"));
        Assert.Null(bodies.Find("GB-NHS-QOP", "Somebody"));
    }

    private async Task AddAsync(string draft)
    {
        var line = StrategyScene.Line("Nurses at night", "1,234.56");
        (line["Input.Source"], line["Input.Recipient"]) = ("rivermead council ", night.Name);
        await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"{draft}/lines/new"), line);
    }

    private async Task ImportAsync(string draft, string text) => await scene.Browser.SubmitAsync(await PreviewAsync(draft, text), button: "Bring these lines in");

    private async Task<IHtmlDocument> PreviewAsync(string draft, string text, HttpStatusCode expected = HttpStatusCode.OK) =>
        await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"{draft}/import"), new() { ["Input.Text"] = text }, expected);

    // Of the newest version: who pays and who gets it, each with the number of the body where it is one.
    private async Task<string> SaysAsync(int number)
    {
        var line = await Site.AskAsync(db => db.BudgetLines.AsNoTracking().Where(l => l.Number == number).OrderByDescending(l => l.Id).FirstAsync());
        return $"{line.PayerId} {line.Source}, {line.PayeeId} {line.Recipient}";
    }
}
