using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Discussion;
using CommunityVoice.People;
using CommunityVoice.Search;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Discussion;

public sealed class ConversationTests : SiteTest
{
    private Consultation consultation = null!;
    private Person asha = null!;
    private Person ben = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        consultation = await Site.SaveAsync(A.Consultation());
        asha = await Site.SaveAsync(A.Person("Asha B"));
        ben = await Site.SaveAsync(A.Person("Ben C"));
    }

    [Fact]
    public async Task Counts_equal_what_can_be_seen_after_posting_replying_withdrawing_and_a_recount()
    {
        var first = await PostAsync(asha, "One");
        var second = await PostAsync(asha, "Two");
        await PostAsync(ben, "Three", first.Id);
        await ExpectAsync(comments: 3, people: 2, repliesToFirst: 1);

        await Site.AskAsync<Conversation, ChangeOutcome>(c => c.WithdrawAsync(asha.Id, second.Id, default));
        await ExpectAsync(comments: 2, people: 2, repliesToFirst: 1);

        await Site.AskAsync<Conversation, ChangeOutcome>(c => c.WithdrawAsync(asha.Id, first.Id, default));
        await Site.AskAsync<Conversation, ChangeOutcome>(c => c.WithdrawAsync(asha.Id, first.Id, default));
        await ExpectAsync(comments: 1, people: 1, repliesToFirst: 1);

        await Site.AskAsync(async db =>
        {
            await CommentCounts.RecountAsync(db, consultation.Id, default);
            return 0;
        });
        await ExpectAsync(comments: 1, people: 1, repliesToFirst: 1);

        async Task ExpectAsync(int comments, int people, int repliesToFirst)
        {
            var counted = await Site.AskAsync(db => db.Consultations.AsNoTracking().SingleAsync(c => c.Id == consultation.Id));
            var seen = await Site.AskAsync(db => db.Comments.Visible().CountAsync());
            var found = await Site.AskAsync(db => db.SearchEntries.CountAsync(e => e.Kind == SearchKind.Comment));
            Assert.Equal((comments, people, comments, comments), (counted.Comments, counted.People, seen, found));
            Assert.Equal(repliesToFirst, await Site.AskAsync(db => db.Comments.Where(c => c.Id == first.Id).Select(c => c.Replies).SingleAsync()));
        }
    }

    [Fact]
    public async Task A_closed_consultation_takes_no_comments_and_a_listening_space_always_does()
    {
        var space = await Site.SaveAsync(A.ListeningSpace());
        Site.Clock.Advance(TimeSpan.FromDays(400));

        Assert.Equal(PostOutcome.Closed, (await TryAsync(asha, new(consultation.Id, "Late"))).Outcome);
        Assert.Equal(PostOutcome.Posted, (await TryAsync(asha, new(space.Id, "Any time"))).Outcome);
    }

    [Fact]
    public async Task The_same_words_twice_are_one_comment_and_ten_in_ten_minutes_are_enough()
    {
        var first = await TryAsync(asha, new(consultation.Id, "Words"));
        var again = await TryAsync(asha, new(consultation.Id, " Words\r\n"));
        Assert.Equal((PostOutcome.AlreadyPosted, first.Comment!.Id), (again.Outcome, again.Comment!.Id));

        for (var i = 2; i <= Conversation.MostAtOnce; i++) await PostAsync(asha, $"Number {i}");
        Assert.Equal(PostOutcome.TooMany, (await TryAsync(asha, new(consultation.Id, "One more"))).Outcome);

        Site.Clock.Advance(Conversation.Spell);
        Assert.Equal(PostOutcome.Posted, (await TryAsync(asha, new(consultation.Id, "One more"))).Outcome);
    }

    [Fact]
    public async Task Replies_nest_to_depth_three_and_then_stay_flat()
    {
        long? last = null;
        var depths = new List<int>();
        for (var i = 0; i < 6; i++)
        {
            var comment = await PostAsync(i % 2 == 0 ? asha : ben, $"Level {i}", last);
            (last, depths) = (comment.Id, [.. depths, comment.Depth]);
        }
        Assert.Equal([0, 1, 2, 3, 3, 3], depths);
    }

    [Fact]
    public async Task Nobody_answers_what_cannot_be_seen()
    {
        var comment = await PostAsync(asha, "Gone soon");
        await Site.AskAsync<Conversation, ChangeOutcome>(c => c.WithdrawAsync(asha.Id, comment.Id, default));

        Assert.Equal(PostOutcome.NothingToAnswer, (await TryAsync(ben, new(consultation.Id, "But", comment.Id))).Outcome);
    }

    [Fact]
    public async Task What_must_be_checked_first_is_held_uncounted_and_cannot_be_found()
    {
        var held = await TryAsync(asha, new(consultation.Id, "Her NHS number is 999 012 3454"));

        Assert.Equal((PostOutcome.Held, null), (held.Outcome, held.Comment!.ShownAt));
        Assert.Equal((0, 0), await Site.AskAsync(async db => (
            await db.Consultations.Where(c => c.Id == consultation.Id).Select(c => c.Comments).SingleAsync(),
            await db.SearchEntries.CountAsync(e => e.Kind == SearchKind.Comment))));
    }

    [Fact]
    public async Task Words_change_for_fifteen_minutes_only_by_their_author_and_the_old_ones_are_on_record()
    {
        var comment = await PostAsync(asha, "Fisrt");
        Site.Clock.Advance(Comment.EditWindow - TimeSpan.FromSeconds(1));
        Assert.Equal(ChangeOutcome.NotTheirs, await EditAsync(ben, comment.Id, "Mine now"));
        Assert.Equal(ChangeOutcome.Changed, await EditAsync(asha, comment.Id, "First"));
        Site.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(ChangeOutcome.TooLate, await EditAsync(asha, comment.Id, "Second"));

        var now = await Site.AskAsync(db => db.Comments.SingleAsync(c => c.Id == comment.Id));
        Assert.Equal(("First", true), (now.Body, now.EditedAt is not null));
        var entry = await Site.AskAsync(db => db.ActivityEntries.Include(e => e.Values).SingleAsync(e => e.Verb == "comment.edited"));
        Assert.Equal(("Fisrt", "First"), (entry.Values!.OldValue, entry.Values.NewValue));
    }

    [Fact]
    public async Task A_hundred_supports_at_once_by_one_person_are_one()
    {
        var comment = await PostAsync(ben, "Lights");

        await Parallel.ForAsync(0, 100, async (_, _) =>
            Assert.True((await Site.AskAsync<Conversation, SupportGiven?>(c => c.SupportAsync(asha.Id, comment.Id, default)))!.Supported));
        Assert.Equal(1, await Site.AskAsync(db => db.Comments.Where(c => c.Id == comment.Id).Select(c => c.Supports).SingleAsync()));

        await Parallel.ForAsync(0, 20, async (_, _) => await Site.AskAsync<Conversation, SupportGiven?>(c => c.UnsupportAsync(asha.Id, comment.Id, default)));
        Assert.Equal(0, await Site.AskAsync(db => db.Comments.Where(c => c.Id == comment.Id).Select(c => c.Supports).SingleAsync()));
    }

    [Fact]
    public async Task Who_speaks_for_a_body_has_its_voice_and_the_body_that_asks_answers_officially()
    {
        var asker = await Site.AskAsync(db => db.Bodies.SingleAsync(b => b.Id == consultation.AskedById));
        await Site.AskAsync(async db =>
        {
            var (asking, group) = (await db.Bodies.SingleAsync(b => b.Id == asker.Id), A.Body("Night Nursing", BodyKind.CommunityGroup));
            db.Memberships.AddRange(new Membership(asha.Id, asking, Capability.Consult, "Officer", Site.Now), new Membership(asha.Id, group, Capability.None, "Chair", Site.Now));
            return await db.SaveChangesAsync();
        });
        var night = await Site.AskAsync(db => db.Bodies.SingleAsync(b => b.Name == "Night Nursing"));

        var official = await TryAsync(asha, new(consultation.Id, "We will look", null, asker.Id));
        var group = await TryAsync(asha, new(consultation.Id, "We cover three", null, night.Id));
        var herself = await TryAsync(asha, new(consultation.Id, "I think"));

        Assert.Equal((true, Voice.PublicService), (official.Comment!.IsOfficial, official.Comment.Voice));
        Assert.Equal((false, Voice.CommunityGroup), (group.Comment!.IsOfficial, group.Comment.Voice));
        Assert.Equal((false, Voice.Resident), (herself.Comment!.IsOfficial, herself.Comment.Voice));
        Assert.Equal(PostOutcome.NotTheirBody, (await TryAsync(ben, new(consultation.Id, "We", null, night.Id))).Outcome);
    }

    [Theory]
    [InlineData(AreaLevel.Ward, true, true)]
    [InlineData(AreaLevel.Ward, false, false)]
    [InlineData(AreaLevel.Neighbourhood, true, false)]
    [InlineData(AreaLevel.LowerLayer, true, false)]
    public async Task An_area_stands_beside_a_comment_only_with_consent_and_never_below_ward(AreaLevel level, bool consents, bool shown)
    {
        var area = await Site.SaveAsync(A.Area("Weirside", level));
        var carol = A.Person("Carol");
        carol.LiveIn(area.Id, consents);
        await Site.SaveAsync(carol);

        Assert.Equal(shown, (await PostAsync(carol, "Here")).AreaId is not null);
    }

    private Task<Posted> TryAsync(Person person, NewComment said) => Site.AskAsync<Conversation, Posted>(c => c.PostAsync(person.Id, said, default));

    private async Task<Comment> PostAsync(Person person, string body, long? replyTo = null) =>
        (await TryAsync(person, new(consultation.Id, body, replyTo))).Comment ?? throw new InvalidOperationException("It was not posted.");

    private Task<ChangeOutcome> EditAsync(Person person, long id, string body) =>
        Site.AskAsync<Conversation, ChangeOutcome>(c => c.EditAsync(person.Id, id, body, null, default));
}
