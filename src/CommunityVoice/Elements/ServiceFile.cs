using System.Globalization;
using System.Text.Json;
using CommunityVoice.Bodies;
using CommunityVoice.Markup;

namespace CommunityVoice.Elements;

/// <summary>A service as a file tells it, cleaned. RegisteredAs: how registers know who provides it.</summary>
internal sealed record FiledService(int Number, string Id, string Name, string About, string Website, string Status, string Provider, IReadOnlyList<string> RegisteredAs);

/// <summary>A file in the form of Open Referral UK: a list of services, a page of such a list, or one service. IsPart: there are more. Fault: why it cannot be read.</summary>
internal sealed record ServiceFile(IReadOnlyList<FiledService> Services, bool IsPart, string? Fault)
{
    /// <summary>Of one text; what is longer is no description of a service.</summary>
    private const int MostText = 50_000;
    private const string HowToGetIt = "Take it from the directory as it gives it, often at an address that ends in /services";
    private static readonly string[] Lists = ["contents", "content"];
    private static readonly string[] Ends = ["first_page", "last_page", "first", "last"];

    public static ServiceFile Read(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return Of(json.RootElement);
        }
        catch (JsonException e)
        {
            return Wrong(string.Create(CultureInfo.GetCultureInfo("en-GB"), $"This is no JSON: it breaks off or goes wrong on line {(e.LineNumber ?? 0) + 1:N0}. {HowToGetIt}"));
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException) // half a character
        {
            return Wrong($"There are broken characters in it. {HowToGetIt}");
        }
    }

    private static ServiceFile Of(JsonElement root)
    {
        if (Items(root) is not { } items) return Wrong($"This is JSON, but there is no list of services in it. {HowToGetIt}");
        if (items.Count == 0) return Wrong("The list in it is empty. Choose another file");
        if (items.Count > ServiceImport.MostRows) return Wrong(string.Create(CultureInfo.GetCultureInfo("en-GB"), $"There are more than {ServiceImport.MostRows:N0} services in it. Bring them in page by page"));
        return new([.. items.Select(Service)], root.ValueKind == JsonValueKind.Object && (!Lists.Any(l => root.TryGetProperty(l, out _)) || Ends.Any(e => root.TryGetProperty(e, out var told) && told.ValueKind == JsonValueKind.False)), null);
    }

    private static ServiceFile Wrong(string fault) => new([], false, fault);

    private static List<JsonElement>? Items(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array) return [.. root.EnumerateArray()];
        if (root.ValueKind != JsonValueKind.Object) return null;
        foreach (var name in Lists)
        {
            if (root.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array) return [.. list.EnumerateArray()];
        }
        return root.TryGetProperty("name", out _) ? [root] : null;
    }

    private static FiledService Service(JsonElement item, int index)
    {
        var organization = item.ValueKind == JsonValueKind.Object && item.TryGetProperty("organization", out var told) ? told : default;
        return new(
            index + 1, ServiceIds.Tidy(Text(item, "id")) ?? "", CleanText.OneLine(HtmlWords.Of(Text(item, "name"))), HtmlWords.Of(Text(item, "description")), CleanText.OneLine(Text(item, "url")),
            CleanText.OneLine(Text(item, "status")).ToLowerInvariant(), CleanText.OneLine(HtmlWords.Of(Text(organization, "name"))), RegisteredAs(organization));
    }

    private static List<string> RegisteredAs(JsonElement organization) =>
        organization.ValueKind != JsonValueKind.Object || !organization.TryGetProperty("organization_identifiers", out var told) || told.ValueKind != JsonValueKind.Array ? []
            : [.. told.EnumerateArray().Select(i => OrganisationId.Read($"{Text(i, "identifier_scheme")}-{Text(i, "identifier")}")).OfType<string>()];

    private static string Text(JsonElement of, string name)
    {
        if (of.ValueKind != JsonValueKind.Object || !of.TryGetProperty(name, out var value) || value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number)) return "";
        return CleanText.Cut(value.ToString(), MostText);
    }
}
