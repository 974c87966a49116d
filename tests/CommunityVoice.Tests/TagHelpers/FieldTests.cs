using AngleSharp.Dom;
using CommunityVoice.People;
using CommunityVoice.Web.TagHelpers;

namespace CommunityVoice.Tests.TagHelpers;

public class FieldTests
{
    private static readonly (string, string)[] Complete =
        [("Email", "asha@example.com"), ("Body", "A nurse at night"), ("Voice", "Carer")];

    [Fact]
    public void A_box_has_its_label_hint_and_type_from_the_property()
    {
        var field = Rendered.Of(new SampleForm { Email = "asha@example.com" }).Field<InputFieldTagHelper>("Email");
        var box = field.QuerySelector("input")!;
        Assert.Equal("E-mail address", field.QuerySelector($"label[for={box.Id}]")!.TextContent);
        Assert.Equal("We show it to nobody", field.QuerySelector("#" + box.GetAttribute("aria-describedby"))!.TextContent);
        Assert.Equal("email", box.GetAttribute("type"));
        Assert.Equal("asha@example.com", box.GetAttribute("value"));
        Assert.Equal("Input.Email", box.GetAttribute("name"));
    }

    [Fact]
    public async Task What_was_entered_stays_and_the_error_stands_beside_it()
    {
        var page = await Rendered.SentAsync([("Email", "not an address"), ("Body", "x"), ("Voice", "Carer")]);
        var field = page.Field<InputFieldTagHelper>("Email");
        var box = field.QuerySelector("input")!;
        Assert.Equal("not an address", box.GetAttribute("value"));
        Assert.Contains("nhsuk-form-group--error", field.ClassName, StringComparison.Ordinal);
        Assert.Contains("Input_Email-error", box.GetAttribute("aria-describedby")!, StringComparison.Ordinal);
        Assert.Equal("Error: Enter an e-mail address in the correct format, like name@example.com", field.QuerySelector("#Input_Email-error")!.TextContent);
    }

    [Fact]
    public async Task A_number_that_is_none_stays_as_it_was_written()
    {
        var page = await Rendered.SentAsync([.. Complete, ("People", "lots")]);
        var field = page.Field<InputFieldTagHelper>("People");
        Assert.Equal("lots", field.QuerySelector("input")!.GetAttribute("value"));
        Assert.EndsWith("People cannot be “lots”. Check it and try again", field.QuerySelector(".nhsuk-error-message")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_is_as_long_as_what_is_kept_of_it()
    {
        var page = await Rendered.SentAsync([("Email", "asha@example.com"), ("Body", $"  {new string('x', 9_998)}\r\ne\u0301 \u202e"), ("Voice", "Carer")]);
        Assert.Empty(page.State["Input.Body"]!.Errors);
        Assert.Equal(10_000, page.Form.Body!.Length);
        Assert.StartsWith("  x", page.Field<TextareaFieldTagHelper>("Body").QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Email", "Enter e-mail address")]
    [InlineData("Body", "Enter your comment")]
    [InlineData("Voice", "Choose voice")]
    public async Task What_is_missing_is_asked_for_in_plain_words(string property, string words)
    {
        var page = await Rendered.SentAsync(("People", "1"));
        Assert.Equal(words, page.State["Input." + property]!.Errors[0].ErrorMessage);
    }

    [Fact]
    public void A_long_text_tells_how_long_it_may_be_and_keeps_its_first_empty_line()
    {
        var field = Rendered.Of(new SampleForm { Body = "\nA <b> nurse" }).Field<TextareaFieldTagHelper>("Body");
        var box = field.QuerySelector("textarea")!;
        Assert.Equal("\nA <b> nurse", box.TextContent);
        Assert.Equal("10000", box.GetAttribute("data-most"));
        Assert.Equal("You can use up to 10,000 characters", field.QuerySelector("#Input_Body-most")!.TextContent);
    }

    [Fact]
    public void Radios_of_voices_have_the_domains_words_and_the_first_carries_the_fields_id()
    {
        var field = Rendered.Of(new SampleForm { Voice = Voice.Carer }).Field<RadiosTagHelper>("Voice");
        Assert.Equal(VoiceWords.SelfDeclared.Select(v => v.Word()), field.QuerySelectorAll("label").Select(l => l.TextContent));
        Assert.Equal("Carer", field.QuerySelector("input[checked]")!.GetAttribute("value"));
        Assert.Equal("Input_Voice", field.QuerySelector("input")!.Id);
        Assert.Equal("Voice", field.QuerySelector("fieldset > legend")!.TextContent);
        var ids = field.QuerySelectorAll("[id]").Select(e => e.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public async Task Checkboxes_keep_what_was_ticked_and_show_hints()
    {
        var page = await Rendered.SentAsync([.. Complete, ("Areas", "w"), ("Areas", "o"), ("Agreed", "true")]);
        var areas = page.Field<CheckboxesTagHelper>("Areas", c => c.Items = [new Choice("w", "Weirside", "North"), new Choice("o", "Old Town"), new Choice("h", "Hillgate")]);
        Assert.Equal(["w", "o"], areas.QuerySelectorAll("input[checked]").Select(i => i.GetAttribute("value")));
        Assert.Equal("North", areas.QuerySelector("#" + areas.QuerySelector("input")!.GetAttribute("aria-describedby"))!.TextContent);
        var single = page.Field<CheckboxesTagHelper>("Agreed");
        Assert.NotNull(single.QuerySelector("input[checked][value=true]"));
        Assert.Equal("I have read the house rules", Assert.Single(single.QuerySelectorAll("label")).TextContent);
    }

    [Fact]
    public void A_list_offers_none_first_and_marks_the_choice()
    {
        var field = Rendered.Of(new SampleForm { Voice = Voice.PrimaryCare }).Field<SelectFieldTagHelper>("Voice", s => s.Empty = "Choose a voice");
        Assert.Equal("", field.QuerySelector("option")!.GetAttribute("value"));
        Assert.Equal("Primary care", field.QuerySelector("option[selected]")!.TextContent);
    }

    [Fact]
    public async Task The_summary_says_what_each_field_says_and_leads_to_it()
    {
        var page = await Rendered.SentAsync(("Email", "x"), ("ClosesOn.Day", "31"), ("ClosesOn.Month", "2"), ("ClosesOn.Year", "2026"));
        var summary = page.ErrorSummary()!;
        Assert.Equal("There is a problem", summary.QuerySelector("h2")!.TextContent);
        IElement[] fields = [page.Field<InputFieldTagHelper>("Email"), page.Field<TextareaFieldTagHelper>("Body"), page.Field<RadiosTagHelper>("Voice"), page.Field<DateFieldTagHelper>("ClosesOn")];
        Assert.Equal(fields.Length, summary.QuerySelectorAll("a").Length);
        foreach (var link in summary.QuerySelectorAll("a"))
        {
            var field = Assert.Single(fields, f => f.QuerySelector(link.GetAttribute("href")!) is not null);
            Assert.Equal("Error: " + link.TextContent, field.QuerySelector(".nhsuk-error-message")!.TextContent);
        }
    }

    [Fact]
    public void Without_errors_there_is_no_summary() => Assert.Null(Rendered.Of(new SampleForm()).ErrorSummary());
}
