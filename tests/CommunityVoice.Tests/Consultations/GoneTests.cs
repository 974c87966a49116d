using CommunityVoice.Discussion;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Consultations;

/// <summary>What became of the address of a comment that can no longer be read (rule R-H16).</summary>
public sealed class GoneTests : SiteTest
{
    private const string Here = "/consultations/safer-crossings/comments";
    private Comment first = null!;
    private Comment answer = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var (asha, ben) = (A.Person("Asha B"), A.Person("Ben C"));
        var consultation = await Site.SaveAsync(A.Consultation(), asha, ben);
        first = await Site.SaveAsync(A.Comment(consultation, asha, "My neighbour’s secret"));
        answer = await Site.SaveAsync(first.Reply(A.Author(ben), "I did not know.", Site.Now));
    }

    [Fact]
    public async Task A_removed_comment_answers_that_it_is_gone_and_its_thread_stays_readable()
    {
        await new Browser(Site).GetAsync($"{Here}/{first.Id}"); // there until then
        await ChangeAsync(c => c.Remove("privacy", Site.Now));

        var page = await new Browser(Site).GetAsync($"{Here}/{first.Id}", HttpStatusCode.Gone);

        page.Shows("A moderator removed this comment.");
        page.Shows("I did not know.");
        page.DoesNotShow("secret");
        (await new Browser(Site).GetAsync($"{Here}/{answer.Id}")).Shows("I did not know."); // its own address stands
    }

    [Fact]
    public async Task A_comment_that_was_taken_back_answers_that_it_is_gone()
    {
        await ChangeAsync(c => c.Withdraw(Site.Now));

        (await new Browser(Site).GetAsync($"{Here}/{first.Id}", HttpStatusCode.Gone)).Shows("The author took this comment back.");
    }

    [Fact]
    public async Task One_that_a_moderator_checks_may_come_back_so_it_is_not_gone()
    {
        await ChangeAsync(c => c.Hold("It names somebody.", Site.Now));
        (await new Browser(Site).GetAsync($"{Here}/{first.Id}")).Shows("A moderator is checking this comment.");

        await ChangeAsync(c => c.Remove("privacy", Site.Now));
        await ChangeAsync(c => c.Show(Site.Now));
        (await new Browser(Site).GetAsync($"{Here}/{first.Id}")).Shows("secret"); // after an appeal, say
    }

    private Task ChangeAsync(Action<Comment> change) => Site.AskAsync(async db =>
    {
        change(await db.Comments.SingleAsync(c => c.Id == first.Id));
        return await db.SaveChangesAsync();
    });
}
