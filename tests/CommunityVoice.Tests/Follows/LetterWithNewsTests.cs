using CommunityVoice.Content;
using CommunityVoice.Discussion;
using CommunityVoice.Follows;

namespace CommunityVoice.Tests.Follows;

public sealed class LetterWithNewsTests : SiteTest
{
    [Fact]
    public async Task The_letter_reads_like_this()
    {
        var (asha, staff, consultation) = (A.Person("Asha B", "asha@example.org"), A.Person("Tom W"), A.Consultation());
        var other = A.Consultation("Longer hours at the <library>");
        await Site.SaveAsync(consultation, asha, staff, other);
        var inbox = new Inbox(Site);
        await Site.DoAsync<Conversation>(c => c.PostAsync(asha.Id, new(consultation.Id, "The lights change too fast."), default));
        await inbox.FollowAsync(asha, FollowKind.Consultation, other.Id, FollowFrequency.Daily);
        await inbox.ExtendAsync(other.Id, new(2026, 8, 8), "The library was flooded: see https://evil.example", staff);

        var letter = (await Site.MorningLetterToAsync("asha@example.org"))!;

        var token = (await inbox.ReaderAsync("asha@example.org")).Token;
        Assert.Equal("Your comment on Safer crossings is published, and 1 more", letter.Subject);
        Assert.Equal("""
            Hello Asha B,

            This is new since we last wrote to you.

            WHAT BECAME OF WHAT YOU SAID OR CHOSE

            Your comment on Safer crossings is published
            --------------------------------------------

            Thank you. We read every comment on "Safer crossings" when we sum up what we heard, and tell you when yours is used.

            Read it, and any replies:

            https://localhost/consultations/safer-crossings/comments/1

            NEW IN WHAT YOU FOLLOW

            Open for longer: Longer hours at the <library>
            ----------------------------------------------

            It closes at the end of 8 August 2026. The library was flooded: see https: //evil.example

            https://localhost/consultations/longer-hours-at-the-library

            You follow: Longer hours at the <library>

            Change how often we write, or stop:

            https://localhost/letters/TOKEN

            CommunityVoice, Rivermead

            """.ReplaceLineEndings("\n"), letter.Text.Replace(token, "TOKEN", StringComparison.Ordinal));
        Assert.Equal("""
            <!DOCTYPE html>
            <html lang="en-GB">
            <head><meta charset="utf-8"></head>
            <body>
            <p>Hello Asha B,</p>
            <p>This is new since we last wrote to you.</p>
            <h2>What became of what you said or chose</h2>
            <h3>Your comment on Safer crossings is published</h3>
            <p>Thank you. We read every comment on &quot;Safer crossings&quot; when we sum up what we heard, and tell you when yours is used.</p>
            <p>Read it, and any replies:</p>
            <p><a href="https://localhost/consultations/safer-crossings/comments/1">https://localhost/consultations/safer-crossings/comments/1</a></p>
            <h2>New in what you follow</h2>
            <h3>Open for longer: Longer hours at the &lt;library&gt;</h3>
            <p>It closes at the end of 8 August 2026. The library was flooded: see https: //evil.example</p>
            <p><a href="https://localhost/consultations/longer-hours-at-the-library">https://localhost/consultations/longer-hours-at-the-library</a></p>
            <p>You follow: Longer hours at the &lt;library&gt;</p>
            <p>Change how often we write, or stop:</p>
            <p><a href="https://localhost/letters/TOKEN">https://localhost/letters/TOKEN</a></p>
            <p>CommunityVoice, Rivermead</p>
            </body>
            </html>

            """.ReplaceLineEndings("\n"), letter.Html.Replace(token, "TOKEN", StringComparison.Ordinal));
    }

    [Fact]
    public void The_letter_that_asks_to_confirm_reads_like_this()
    {
        var letter = LetterTexts.Load(ContentLibrary.DefaultFolder, SomeSiteWords())["newsletter-confirm"].Fill(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["title"] = "Weirside",
            ["link"] = "https://localhost/newsletter/confirm/abc",
        });

        Assert.Equal("Confirm that you want news: Weirside", letter.Subject);
        Assert.Contains("We send nothing until you confirm it. The link works for two days:\n\nhttps://localhost/newsletter/confirm/abc\n", letter.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://localhost/newsletter/confirm/abc\">", letter.Html, StringComparison.Ordinal);
        Assert.Contains("If you did not ask for this, do nothing.", letter.Text, StringComparison.Ordinal);
    }

    private static SiteWords SomeSiteWords() => CommunityVoice.Tests.Content.SomeSite.Words();
}
