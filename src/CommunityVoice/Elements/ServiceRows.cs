using System.Globalization;
using CommunityVoice.Bodies;
using CommunityVoice.Markup;

namespace CommunityVoice.Elements;

/// <summary>Reads the services of one file against those that an area has, saying of each what it would do.</summary>
internal sealed class ServiceRows(IReadOnlyList<Element> elements, IReadOnlyList<Body> bodies, ServiceIds ids)
{
    private const string Defunct = "defunct";
    private static readonly string[] Statuses = [ReferralService.Active, ReferralService.Inactive, Defunct, "temporarily closed"];
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Element> known = new(StringComparer.Ordinal);

    /// <summary>Who has a name: one that is here, or, with none, another of the file.</summary>
    private readonly Dictionary<string, Element?> names = new(StringComparer.Ordinal);

    public ServiceImport Read(ServiceFile file)
    {
        foreach (var element in elements.Where(e => e.DirectoryId is not null)) known[element.DirectoryId!] = element;
        foreach (var element in elements)
        {
            known.TryAdd($"{ids.Of(element):D}", element);
            names[element.Name] = element;
        }
        List<ServiceRow> rows = [.. file.Services.Select(Row)];
        List<Element> gone = [.. file.Services.Where(s => s.Status is ReferralService.Inactive or Defunct).Select(s => known.GetValueOrDefault(s.Id)).OfType<Element>().Where(e => e.EndedAt is null).Distinct()];
        return new(rows, gone, file.IsPart ? [] : Missing(file), file.IsPart, null);
    }

    private List<Element> Missing(ServiceFile file)
    {
        var there = file.Services.Select(s => known.GetValueOrDefault(s.Id)).OfType<Element>().ToHashSet();
        return [.. elements.Where(e => e.DirectoryId is not null && e.EndedAt is null && !there.Contains(e))];
    }

    private ServiceRow Row(FiledService filed)
    {
        var element = known.GetValueOrDefault(filed.Id);
        if (Refusal(filed, element) is { } why) return new(filed.Number, filed.Name, ServiceChange.Refused, [why]);
        var website = filed.Website.Length > 0 && Element.IsWebsite(filed.Website) ? filed.Website : null;
        var facts = new ElementFacts(filed.Name, Short(filed.About), Provider(filed), filed.Provider, website, element is null ? filed.Id : element.DirectoryId);
        names[filed.Name] = element;
        List<string> changes = element is null ? [] : [.. Changes(element, facts)];
        var change = element is null ? ServiceChange.Added : changes.Count > 0 ? ServiceChange.Changed : ServiceChange.Same;
        var isOff = element is null && filed.Status == ReferralService.Inactive;
        return new(filed.Number, filed.Name, change, [.. changes, .. Left(filed, element, website, isOff)], element, facts, isOff);
    }

    private string? Refusal(FiledService filed, Element? element)
    {
        if (filed.Name.Length == 0) return "It has no name";
        if (filed.Name.Length > Element.NameMaxLength) return string.Create(English, $"Its name has {filed.Name.Length:N0} characters, and a list here takes {Element.NameMaxLength}");
        if (filed.Id.Length == 0) return "It has no id, so that a later file could not find it again";
        if (filed.Id.Length > Element.DirectoryIdMaxLength) return string.Create(English, $"Its id has {filed.Id.Length:N0} characters, and a list here takes {Element.DirectoryIdMaxLength}");
        if (!seen.Add(filed.Id)) return $"Another service before it has the same id: {filed.Id}";
        if (filed.Status.Length > 0 && !Statuses.Contains(filed.Status, StringComparer.Ordinal)) return $"Its status is “{filed.Status}”, which is none of {string.Join(", ", Statuses)}";
        if (filed.Status == Defunct && element is null) return "It is gone for good: its status is defunct";
        if (filed.Provider.Length > Element.ProviderNameMaxLength) return string.Create(English, $"The name of who provides it has {filed.Provider.Length:N0} characters, and a list here takes {Element.ProviderNameMaxLength}");
        if (!names.TryGetValue(filed.Name, out var holder) || (holder is not null && holder == element)) return null;
        return holder is null ? "Another service of the file has this name" : $"The list has another of this name. If it is the same, give that one this number in a directory: {filed.Id}";
    }

    // A register may know several bodies as one: the name decides among them.
    private Body? Provider(FiledService filed)
    {
        List<Body> registered = [.. bodies.Where(b => b.OrganisationId is { } id && filed.RegisteredAs.Contains(id, StringComparer.Ordinal))];
        List<Body> named = [.. (registered.Count > 0 ? registered : bodies).Where(b => b.Name == filed.Provider)];
        return named is [var one] ? one : registered is [var only] ? only : null;
    }

    private static IEnumerable<string> Changes(Element element, ElementFacts facts)
    {
        if (element.Name != facts.Name) yield return $"It was called {element.Name}";
        if (element.About != facts.About) yield return "What it is for changes";
        if (element.ProviderId != facts.Provider?.Id || (facts.Provider is null && element.ProviderName != facts.ProviderName)) yield return $"Who provides it changes: {facts.Provider?.Name ?? (facts.ProviderName.Length > 0 ? facts.ProviderName : "nobody is named")}";
        if (element.Website != facts.Website) yield return "Its web address changes";
    }

    private static IEnumerable<string> Left(FiledService filed, Element? element, string? website, bool isOff)
    {
        if (filed.About.Length > Element.AboutMaxLength) yield return string.Create(English, $"Its description is shortened to {Element.AboutMaxLength:N0} of {filed.About.Length:N0} characters");
        if (filed.Website.Length > 0 && website is null) yield return "Its web address is left out, because it does not begin with https:// or http://, or is too long";
        if (isOff) yield return "It is inactive: it is kept, and off the list";
        if (element is { EndedAt: not null } && filed.Status != ReferralService.Inactive) yield return "It was taken off the list here, and stays off";
    }

    private static string Short(string text)
    {
        if (text.Length <= Element.AboutMaxLength) return text;
        var end = text.LastIndexOf(' ', Element.AboutMaxLength - 2);
        return (end > 0 ? text[..end] : CleanText.Cut(text, Element.AboutMaxLength - 2)).TrimEnd() + "…";
    }
}
