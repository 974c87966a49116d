using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.Primitives;

namespace CommunityVoice.Tests;

/// <summary>A form of a parsed page, filled in: its own values (token included) and the answers in place of theirs.</summary>
public sealed record Form(HttpMethod Method, string Address, HttpContent? Content)
{
    public static Form Find(IHtmlDocument page, Dictionary<string, StringValues> answers, string? button)
    {
        var form = page.Forms.Where(f => answers.Keys.All(name => Fields(f, name).Any())).Select(f => (f, b: Button(f, button)))
            .Where(x => button is null || x.b is not null)
            .OrderByDescending(x => x.f.Method == "post").FirstOrDefault();
        Assert.True(form.f is not null, $"No form on {page.Url} has {string.Join(", ", answers.Keys.Append($"the button \"{button}\""))}. It has: " +
            string.Join(", ", page.Forms.SelectMany(f => f.Elements).Select(e => e.GetAttribute("name") ?? e.TextContent.Trim())));
        return Fill(form.f, answers, form.b);
    }

    private static Form Fill(IHtmlFormElement form, Dictionary<string, StringValues> answers, IElement? button)
    {
        var values = form.Elements.OfType<IHtmlElement>().Where(e => !e.HasAttribute("disabled") && e.GetAttribute("name") is { } name && !answers.ContainsKey(name))
            .SelectMany(Own).ToList();
        foreach (var (name, given) in answers)
        {
            var fields = Fields(form, name).ToList();
            foreach (var value in given)
            {
                Assert.True(fields.Exists(f => Takes(f, value!)), $"{name} does not offer \"{value}\".");
                values.Add(KeyValuePair.Create(name, value!));
            }
        }
        if (button?.GetAttribute("name") is { } pressed) values.Add(KeyValuePair.Create(pressed, button.GetAttribute("value") ?? ""));
        var address = button?.GetAttribute("formaction") is { } own ? new Url(form.BaseUrl!, own).Href : form.Action;
        if (form.Method != "post")
        {
            var query = string.Join('&', values.Select(v => $"{Uri.EscapeDataString(v.Key)}={Uri.EscapeDataString(v.Value)}"));
            return new(HttpMethod.Get, $"{address.Split('?')[0]}?{query}", null);
        }
        Assert.Contains(values, v => v.Key == "__RequestVerificationToken");
        return new(HttpMethod.Post, address, new FormUrlEncodedContent(values));
    }

    private static IEnumerable<IHtmlElement> Fields(IHtmlFormElement form, string name) =>
        form.Elements.OfType<IHtmlElement>().Where(e => e.GetAttribute("name") == name && !e.HasAttribute("disabled"));

    private static IElement? Button(IHtmlFormElement form, string? words)
    {
        var buttons = form.Elements.Where(e => e is IHtmlButtonElement { Type: "submit" } or IHtmlInputElement { Type: "submit" });
        return words is null ? buttons.FirstOrDefault() : buttons.FirstOrDefault(b => b.TextContent.Contains(words, StringComparison.Ordinal) || b.GetAttribute("value") == words);
    }

    private static IEnumerable<KeyValuePair<string, string>> Own(IHtmlElement field)
    {
        var name = field.GetAttribute("name")!;
        return field switch
        {
            IHtmlInputElement { Type: "checkbox" or "radio" } box => box.IsChecked ? [KeyValuePair.Create(name, box.Value)] : [],
            IHtmlInputElement { Type: "submit" or "file" } or IHtmlButtonElement => [],
            IHtmlInputElement input => [KeyValuePair.Create(name, input.Value)],
            IHtmlTextAreaElement area => [KeyValuePair.Create(name, area.Value)],
            IHtmlSelectElement list => list.Options.Where(o => o.IsSelected).Select(o => KeyValuePair.Create(name, o.Value)),
            _ => [],
        };
    }

    private static bool Takes(IHtmlElement field, string value) => field switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio" } box => box.Value == value,
        IHtmlSelectElement list => list.Options.Any(o => o.Value == value),
        IHtmlButtonElement button => button.Value == value,
        _ => true,
    };
}
