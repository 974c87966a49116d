using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.OpenApi;

namespace CommunityVoice.Tests.OpenData;

/// <summary>What open data says of itself, held against every answer of the demo place.</summary>
public sealed class DescriptionTests(DemoSite site) : IClassFixture<DemoSite>
{
    private static readonly string[] Always = ["200", "304", "404", "429"];
    private static readonly string[] Kinds = ["/comments.csv", "/results.csv", "/themes.csv", "/money.csv", "/areas/rivermead.csv", "/recommendations.csv", "/gaps.csv", "/determinants.csv", "/exemplars.csv", "/sharing-agreements.csv", "/documents/what-it-costs.csv", "/areas/wendale/money.csv"];
    private readonly DataFiles files = new(site);

    [Fact]
    public async Task Every_answer_is_as_the_description_says()
    {
        var api = await ApiAsync();
        var faults = new List<string>();
        var addresses = await files.AddressesAsync(api.Paths.Keys);

        foreach (var (pattern, path) in addresses.Where(a => a.Pattern.EndsWith(".json", StringComparison.Ordinal)))
        {
            var operation = api.Paths[pattern].Operations![HttpMethod.Get];
            var schema = operation.Responses!["200"].Content!["application/json"].Schema!;
            faults.AddRange(SchemaCheck.Faults(schema, await files.JsonAsync(path)).Take(3).Select(f => $"{path}: {f}"));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(20)));
        Assert.True(api.Paths.Keys.All(p => addresses.Exists(a => a.Pattern == p)), $"Nothing in the demo place is at {string.Join(", ", api.Paths.Keys.Where(p => !addresses.Exists(a => a.Pattern == p)))}");
    }

    [Fact]
    public async Task The_description_names_every_address_with_its_parameters_and_answers()
    {
        var api = await ApiAsync();

        Assert.Equal("1", api.Info.Version);
        Assert.Contains("Open Government Licence", api.Info.License!.Name, StringComparison.Ordinal);
        Assert.Contains("hidden", api.Info.Description, StringComparison.Ordinal);
        Assert.True(api.Paths.Count >= 25, $"Only {api.Paths.Count} addresses are described.");
        var ids = api.Paths.Values.Select(p => p.Operations!.Single().Value.OperationId).ToList();
        Assert.Distinct(ids);
        foreach (var (path, item) in api.Paths)
        {
            var (method, operation) = item.Operations!.Single();
            Assert.Equal(HttpMethod.Get, method);
            Assert.Equal(Regex.Matches(path, @"\{(?<name>\w+)\}", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(m => m.Groups["name"].Value).Order(StringComparer.Ordinal),
                (operation.Parameters ?? []).Where(p => p.In == ParameterLocation.Path).Select(p => p.Name!).Order(StringComparer.Ordinal));
            foreach (var status in Always) Assert.True(operation.Responses!.ContainsKey(status), $"{path} says nothing of {status}");
            var isPaged = (operation.Parameters ?? []).Any(p => p.Name == "after");
            Assert.Equal(isPaged, operation.Responses!.ContainsKey("400"));
            Assert.False(string.IsNullOrEmpty(operation.Summary));
        }
    }

    [Fact]
    public async Task Every_file_of_the_package_has_the_columns_and_types_that_it_declares()
    {
        var package = await files.JsonAsync("/open-data/datapackage.json");
        Assert.Equal("https://datapackage.org/profiles/2.0/datapackage.json", package.GetProperty("$schema").GetString());
        Assert.Equal("OGL-UK-3.0", package.GetProperty("licenses")[0].GetProperty("name").GetString());
        var resources = package.GetProperty("resources").EnumerateArray().ToList();
        Assert.Distinct(resources.Select(r => r.GetProperty("name").GetString()));
        foreach (var resource in resources)
        {
            Assert.Matches("^[a-z0-9._-]+$", resource.GetProperty("name").GetString());
            Assert.Equal("table", resource.GetProperty("type").GetString());
            var schema = resource.GetProperty("schema");
            var missing = schema.GetProperty("missingValues").EnumerateArray().Select(v => v.GetProperty("value").GetString()!).ToHashSet(StringComparer.Ordinal);
            Assert.Equal(["", "*"], missing.Order(StringComparer.Ordinal));
            var fields = schema.GetProperty("fields").EnumerateArray().ToList();
            var path = new Uri(resource.GetProperty("path").GetString()!).PathAndQuery;
            var (header, rows) = await files.CsvAsync(path);

            Assert.Equal(fields.Select(f => f.GetProperty("name").GetString()), header);
            foreach (var row in rows)
            {
                foreach (var field in fields)
                {
                    var (name, cell) = (field.GetProperty("name").GetString()!, row[field.GetProperty("name").GetString()!]);
                    Assert.True(missing.Contains(cell) || Reads(field, cell), $"{path}: {name} holds “{cell}”, which is no {field.GetProperty("type")}");
                }
            }
        }
        // Every kind of file is among them.
        var kinds = resources.Select(r => r.GetProperty("path").GetString()!).ToList();
        foreach (var end in Kinds) Assert.Contains(kinds, k => k.EndsWith(end, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobodys_address_stands_in_any_of_it()
    {
        var api = await ApiAsync();
        var emails = await site.AskAsync(db => Task.FromResult(db.People.Select(p => p.Email!).ToList()));
        var contacts = await site.AskAsync(db => Task.FromResult(db.Bodies.Where(b => b.ContactEmail != null).Select(b => b.ContactEmail!).ToList()));
        var ids = await site.AskAsync(db => Task.FromResult(db.People.Select(p => p.Id).ToList()));
        Assert.True(emails.Count > 20);
        var secrets = emails.Concat(contacts).Concat(ids.Select(i => $"{i}")).Concat(ids.Select(i => $"{i:N}")).ToList();

        foreach (var (_, path) in await files.AddressesAsync(api.Paths.Keys.Append("/open-data/datapackage.json")))
        {
            var text = await files.TextAsync(path);
            var found = secrets.Find(s => text.Contains(s, StringComparison.OrdinalIgnoreCase));
            Assert.True(found is null, $"{path} holds {found}");
        }
    }

    private async Task<OpenApiDocument> ApiAsync()
    {
        var text = await files.TextAsync("/open-data/openapi.json");
        Assert.StartsWith("3.1", JsonDocument.Parse(text).RootElement.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var read = OpenApiDocument.Parse(text, "json");
        Assert.Empty(read.Diagnostic!.Errors.Select(e => e.Message));
        return read.Document!;
    }

    private static bool Reads(JsonElement field, string cell) => field.GetProperty("type").GetString() switch
    {
        "integer" => long.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        "number" => decimal.TryParse(cell, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        "date" => DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "datetime" => DateTimeOffset.TryParseExact(cell, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _),
        "boolean" => field.GetProperty("trueValues").EnumerateArray().Concat(field.GetProperty("falseValues").EnumerateArray()).Any(v => v.GetString() == cell),
        "string" => true,
        _ => false,
    };
}
