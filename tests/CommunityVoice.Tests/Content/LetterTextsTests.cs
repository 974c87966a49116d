using CommunityVoice.Content;

namespace CommunityVoice.Tests.Content;

public sealed class LetterTextsTests
{
    private static readonly LetterTexts Letters = LetterTexts.Load(ContentLibrary.DefaultFolder, SomeSite.Words());

    [Theory]
    [InlineData("sign-in", "code,expires,link")]
    [InlineData("comment-received", "link,reason,title")]
    [InlineData("comment-published", "link,title")]
    [InlineData("comment-published-after-check", "link,title")]
    [InlineData("comment-removed", "comment,link,name,reason,rule,title")]
    [InlineData("comment-edit-asked", "comment,link,name,reason,title")]
    [InlineData("idea-received", "link,title")]
    [InlineData("idea-adopted", "link,note,supporter,title")]
    [InlineData("idea-declined", "link,reason,supporter,title")]
    [InlineData("email-change", "expires,link,name")]
    [InlineData("email-changed", "link,name")]
    [InlineData("invitation", "body,capabilities,expires,inviter,link")]
    [InlineData("flag-received", "link,title")]
    [InlineData("flag-decided", "decision,link,reason,title")]
    [InlineData("vote-receipt", "closes,code,decider,link,name,record,title")]
    [InlineData("marks-receipt", "closes,code,decider,link,name,record,title")]
    [InlineData("paper-left-out", "link,name,reason,title,words")]
    [InlineData("paper-put-back", "code,link,name,reason,title,words")]
    [InlineData("consultation-extended", "before,closes,link,reason,title")]
    [InlineData("recommendation-sent", "ask,body,due,from,link,name")]
    [InlineData("recommendation-reminder", "ask,body,due,from,link,name")]
    [InlineData("recommendation-overdue", "ask,body,due,from,link,name")]
    [InlineData("recommendation-answered", "answer,ask,body,link,name")]
    [InlineData("escalation-sent", "body,due,from,link,name,reason,title")]
    [InlineData("escalation-answered", "answer,body,link,name,title")]
    [InlineData("test-question-asked", "body,due,from,link,name,question,review")]
    [InlineData("test-question-reminder", "body,due,from,link,name,question,review")]
    [InlineData("test-question-answered", "answer,body,link,name,question,review")]
    [InlineData("review-sign-off-asked", "body,from,link,name,review")]
    [InlineData("impact-agreement-asked", "body,from,impact,item,link,name,review")]
    [InlineData("discussion-ended", "ending,item,link,place,said")]
    [InlineData("consultation-decided", "answers,body,link,title")]
    [InlineData("decision-corrected", "answers,body,correction,link,title")]
    [InlineData("decision-reminder", "decider,due,link,name,title")]
    [InlineData("decision-overdue", "decider,due,link,name,title")]
    [InlineData("recommendation-heard", "answer,ask,body,link,title")]
    [InlineData("summary-published", "decider,link,title,used")]
    [InlineData("newsletter-confirm", "link,title")]
    [InlineData("news-item", "followed,link,title,words")]
    [InlineData("co-author-asked", "body,from,link,name,title")]
    [InlineData("sign-off-asked", "body,from,link,name,title")]
    [InlineData("fact-check-sent", "body,days,from,link,title,until")]
    [InlineData("fact-check-comment", "body,link,title,where")]
    [InlineData("fact-check-decided", "body,decisions,from,link,title")]
    [InlineData("remit-ends", "area,basis,body,day,label,link,name")]
    [InlineData("sharing-asked", "area,body,from,link,name")]
    [InlineData("sharing-stopped", "area,day,link,name,reason")]
    [InlineData("sharing-ends", "area,day,link,name,with")]
    [InlineData("hand-over", "day,from,link,name,to")]
    [InlineData("hand-over-called-off", "day,from,link,name,to")]
    [InlineData("needs-assessment", "area,day,from,link,name,strategy,title")]
    [InlineData("help-offered", "action,from,link,name")]
    [InlineData("help-asked", "action,from,link,name")]
    [InlineData("own-area-published", "area,link,name")]
    [InlineData("private-note-received", "link")]
    [InlineData("private-note-answered", "link")]
    [InlineData("own-area-changed", "area,link,name,what")]
    [InlineData("own-area-declined", "area,link,name,reason")]
    public void Each_letter_asks_for_these_fields_and_holds_one_link(string name, string fields)
    {
        var letter = Letters[name];
        var filled = letter.Fill(letter.Fields.ToDictionary(f => f, f => f == "link" ? "https://site.example/x?a=1&b=2" : f.ToUpperInvariant()));

        Assert.Equal(fields, string.Join(',', letter.Fields.Order(StringComparer.Ordinal)));
        Assert.Contains("\nhttps://site.example/x?a=1&b=2\n", filled.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://site.example/x?a=1&amp;b=2\">", filled.Html, StringComparison.Ordinal);
        Assert.Single(filled.Html.Split("<a "), part => part.StartsWith("href", StringComparison.Ordinal));
        Assert.DoesNotContain("{{", filled.Subject + filled.Text + filled.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void All_letters_are_in_the_list_above_but_the_one_that_bundles_news() => Assert.Equal(59, Letters.All.Count());

    [Fact]
    public void What_people_wrote_cannot_add_a_line_to_the_subject_or_a_live_link_to_the_letter()
    {
        var letter = Letters["comment-removed"].Fill(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = "Asha\r\nBcc: all@example.com",
            ["title"] = "Win <b>now</b> https://evil.example\r\nTo: x",
            ["rule"] = "8. No adverts",
            ["reason"] = "It is an advert.",
            ["comment"] = "First line\n[look](http://evil.example)",
            ["link"] = "https://site.example/appeal/1",
        });

        Assert.DoesNotContain('\n', letter.Subject);
        Assert.DoesNotContain("://evil", letter.Subject + letter.Text + letter.Html, StringComparison.Ordinal);
        Assert.Contains("Hello Asha Bcc: all@example.com,", letter.Text, StringComparison.Ordinal);
        Assert.Contains("\n> First line\n> [look](http: //evil.example)\n", letter.Text, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;now&lt;/b&gt;", letter.Html, StringComparison.Ordinal);
        Assert.Contains("First line<br>\n[look]", letter.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_forgotten_field_is_named()
    {
        var e = Assert.Throws<ArgumentException>(() => Letters["flag-received"].Fill(new Dictionary<string, string>(StringComparer.Ordinal) { ["title"] = "x" }));
        Assert.Contains("\"link\"", e.Message, StringComparison.Ordinal);
    }
}
