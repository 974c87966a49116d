using CommunityVoice.Consultations;
using CommunityVoice.Discussion;
using CommunityVoice.Moderation;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Moderation;

public sealed class ReportTests : SiteTest
{
    private readonly Consultation consultation = A.Consultation();
    private Comment comment = null!;

    private string Address => $"/consultations/safer-crossings/comments/{comment.Id}/report";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var asha = await Site.SaveAsync(A.Person());
        comment = await Site.SaveAsync(A.Comment(consultation, asha));
    }

    [Fact]
    public async Task Anybody_can_report_without_an_account_and_gets_a_receipt_and_the_comment_stays()
    {
        var browser = new Browser(Site);
        var form = await browser.GetAsync(Address);
        Assert.Contains("999", form.Words(), StringComparison.Ordinal);

        var receipt = await browser.SubmitAsync(form, new() { ["Input.Reason"] = "Abuse", ["Input.Detail"] = "He calls her a liar.", ["Input.Email"] = "ben@example.org" });

        var flag = await Site.AskAsync(db => db.Flags.SingleAsync());
        Assert.Equal((FlagReason.Abuse, "He calls her a liar.", null), (flag.Reason, flag.Detail, flag.ReporterId));
        Assert.Contains("We have your report", receipt.Words(), StringComparison.Ordinal);
        Assert.Contains(flag.Receipt, receipt.Words(), StringComparison.Ordinal);
        Assert.Equal("flag-received", Assert.Single(await Site.LettersToAsync("ben@example.org")).Kind);
        var now = await Site.AskAsync(db => db.Comments.SingleAsync());
        Assert.True(now.IsVisible);
        Assert.NotNull(now.WaitingSince);
    }

    [Fact]
    public async Task A_report_without_a_reason_says_what_to_do_and_keeps_what_was_entered()
    {
        var browser = new Browser(Site);
        var page = await browser.SubmitAsync(
            await browser.GetAsync(Address), new() { ["Input.Detail"] = "It is not true.", ["Input.Email"] = "ben@" }, HttpStatusCode.UnprocessableEntity);

        page.ShowsError("Input.Reason", "Choose what is wrong with it");
        page.ShowsError("Input.Email", "Enter an e-mail address in the correct format, like name@example.com");
        Assert.Equal("It is not true.", page.QuerySelector("[name='Input.Detail']")!.TextContent.Trim());
    }

    [Fact]
    public async Task The_same_browser_reports_once_and_another_counts_again()
    {
        var browser = new Browser(Site);
        await browser.SubmitAsync(await browser.GetAsync(Address), new() { ["Input.Reason"] = "Spam" });
        await browser.SubmitAsync(await browser.GetAsync(Address), new() { ["Input.Reason"] = "Hate" });
        Assert.Equal(FlagReason.Hate, (await Site.AskAsync(db => db.Flags.SingleAsync())).Reason);

        var other = new Browser(Site);
        await other.SubmitAsync(await other.GetAsync(Address), new() { ["Input.Reason"] = "Spam" });
        Assert.Equal(2, await Site.AskAsync(db => db.Flags.CountAsync()));
    }

    [Fact]
    public async Task Somebody_in_danger_is_met_with_whom_to_call()
    {
        var browser = new Browser(Site);
        var receipt = await browser.SubmitAsync(await browser.GetAsync(Address), new() { ["Input.Reason"] = "SomebodyAtRisk" });

        Assert.Contains("call 999", receipt.Words(), StringComparison.Ordinal);
        Assert.Contains("call 111", receipt.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_network_can_send_only_so_many_in_an_hour()
    {
        var asha = await Site.SaveAsync(A.Person("Ben O"));
        for (var i = 0; i < Reporting.MostPerNetwork; i++)
        {
            var one = await Site.SaveAsync(A.Comment(consultation, asha));
            await Site.DoAsync<Reporting>(r => r.ReportAsync(one.Id, FlagReason.Spam, null, new Reporter(null, null, $"browser {i}", "library"), CancellationToken.None));
        }

        var refused = await Site.AskAsync<Reporting, Reported>(r => r.ReportAsync(comment.Id, FlagReason.Spam, null, new(null, null, "one more", "library"), CancellationToken.None));
        var elsewhere = await Site.AskAsync<Reporting, Reported>(r => r.ReportAsync(comment.Id, FlagReason.Spam, null, new(null, null, "one more", "surgery"), CancellationToken.None));
        Site.Clock.Advance(TimeSpan.FromHours(2));
        var later = await Site.AskAsync<Reporting, Reported>(r => r.ReportAsync(comment.Id, FlagReason.Spam, null, new(null, null, "another", "library"), CancellationToken.None));

        Assert.True(refused.IsTooMany);
        Assert.False(elsewhere.IsTooMany);
        Assert.False(later.IsTooMany);
    }

    [Fact]
    public async Task A_program_that_fills_every_box_is_refused()
    {
        var browser = new Browser(Site);
        await browser.SubmitAsync(
            await browser.GetAsync(Address), new() { ["Input.Reason"] = "Spam", ["Input.Website"] = "http://x.example" }, HttpStatusCode.UnprocessableEntity);

        Assert.Equal(0, await Site.AskAsync(db => db.Flags.CountAsync()));
    }

    [Fact]
    public async Task What_is_gone_says_so_and_what_was_never_shown_is_not_there()
    {
        var ben = await Site.SaveAsync(A.Person("Ben O"));
        var withdrawn = A.Comment(consultation, ben);
        withdrawn.Withdraw(Site.Now);
        var held = A.Comment(consultation, ben);
        held.Hold("It seems to hold a phone number.", Site.Now);
        await Site.SaveAsync(withdrawn, held);
        var browser = new Browser(Site);

        Assert.Contains("no longer shown", (await browser.GetAsync($"/consultations/safer-crossings/comments/{withdrawn.Id}/report")).Words(), StringComparison.Ordinal);
        await browser.GetAsync($"/consultations/safer-crossings/comments/{held.Id}/report", HttpStatusCode.NotFound);
        await browser.GetAsync($"/consultations/elsewhere/comments/{comment.Id}/report", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_same_person_twice_at_once_leaves_one_report()
    {
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Site.DoAsync<Reporting>(r =>
            r.ReportAsync(comment.Id, FlagReason.Spam, null, new(null, null, "same browser", "home"), CancellationToken.None))));

        Assert.Equal(1, await Site.AskAsync(db => db.Flags.CountAsync()));
    }
}
