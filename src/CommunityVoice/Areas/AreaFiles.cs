using System.Globalization;
using System.Text.Json;
using CsvHelper;

namespace CommunityVoice.Areas;

/// <summary>One row of a population estimate: an area, a sex and how many people by broad age.</summary>
public sealed record PopulationRow(string Period, string Code, string Name, AreaLevel Level, string Sex, int All, int Under16, int Working, int Over64);

/// <summary>One row of a postcode list, with every area it lies in.</summary>
public sealed record PostcodeRow(
    string Postcode, string WardCode, string WardName, string? MiddleCode, string? MiddleName, string? LowerCode, string? LowerName,
    string? Locality, string PlaceCode, string PlaceName, double? Longitude, double? Latitude)
{
    /// <summary>Of the neighbourhood team or primary care network that works there, where the list says.</summary>
    public string? TeamCode { get; init; }
    public string? TeamName { get; init; }

    /// <summary>Localities have no code of the statistical office.</summary>
    public string? LocalityCode => Locality is null ? null : $"{PlaceCode}/{Locality}";
}

/// <summary>One row of the index of multiple deprivation: a small area and its tenth of England, of which 1 is the most deprived.</summary>
public sealed record DeprivationRow(string Code, int Decile);

/// <summary>
/// What a folder of open geography holds, in the layout of the national statistical office: postcode lists, mid-year population
/// estimates, boundaries, and the index of multiple deprivation as its department publishes it. Files are known by their header, not by their name; what is not understood is listed with the reason.
/// </summary>
public sealed class AreaFiles
{
    /// <summary>The only index that is by the small areas of 2021, which the files name.</summary>
    public const string DeprivationEdition = "2025";

    private const string SmallArea = "LSOA code (2021)";
    private const string Decile = "Index of Multiple Deprivation (IMD) Decile";

    public List<PopulationRow> Populations { get; } = [];
    public List<PostcodeRow> Postcodes { get; } = [];
    public List<DeprivationRow> Deprivations { get; } = [];

    /// <summary>By code, or by name where the file gives no codes.</summary>
    public Dictionary<string, string> Boundaries { get; } = new(StringComparer.Ordinal);
    public List<string> LeftOut { get; } = [];

    /// <summary>Reads every file below the folder.</summary>
    /// <exception cref="InvalidDataException">A file has the right header and a row that cannot be read.</exception>
    public static AreaFiles Read(string folder)
    {
        var files = new AreaFiles();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(folder, file);
            if (Path.GetExtension(file) == ".csv") files.ReadCsv(file, name);
            else if (Path.GetExtension(file) == ".geojson") files.ReadBoundaries(file);
        }
        return files;
    }

    private void ReadCsv(string file, string name)
    {
        using var csv = CsvReader.FromFile(file);
        try
        {
            var header = csv.Headers;
            if (header.Contains("postcode") && header.Contains("ward_code") && header.Contains("la_code") && header.Contains("lon")) ReadPostcodes(csv);
            else if (header.Contains("all_ages") && header.Contains("area_code")) ReadPopulations(csv);
            else if (header.Contains(SmallArea) && header.FirstOrDefault(h => h.StartsWith(Decile, StringComparison.Ordinal)) is { } decile) ReadDeprivation(csv, decile);
            else LeftOut.Add($"{name}: not a postcode list, a population estimate or an index of deprivation");
        }
        catch (Exception e) when (e is CsvFormatException or FormatException or KeyNotFoundException)
        {
            throw new InvalidDataException($"{name}, row {csv.RowNumber}: a number or a column is missing.", e);
        }
    }

    private void ReadPostcodes(CsvReader csv)
    {
        while (csv.Read())
        {
            Postcodes.Add(new PostcodeRow(
                csv.GetString("postcode"), csv.GetString("ward_code"), csv.GetString("ward_name"),
                Filled(csv, "msoa_code"), Filled(csv, "msoa_hcl_name"), Filled(csv, "lsoa_code"), Filled(csv, "lsoa_name"),
                Filled(csv, "locality"), csv.GetString("la_code"), csv.GetString("la_name"),
                Number(csv, "lon"), Number(csv, "lat"))
            {
                TeamCode = Filled(csv, "team_code"),
                TeamName = Filled(csv, "team_name"),
            });
        }
    }

    private void ReadPopulations(CsvReader csv)
    {
        while (csv.Read())
        {
            if (LevelOf(csv.GetString("geography")) is not { } level) continue;
            Populations.Add(new PopulationRow(
                csv.GetString("period"), csv.GetString("area_code"), csv.GetString("area_name"), level, csv.GetString("sex"),
                csv.Parse<int>("all_ages"), csv.Parse<int>("aged_0_to_15"), csv.Parse<int>("aged_16_to_64"), csv.Parse<int>("aged_65_and_over")));
        }
    }

    // Each small area stands once in each of the index's files: the first file tells.
    private void ReadDeprivation(CsvReader csv, string decile)
    {
        var known = Deprivations.Select(d => d.Code).ToHashSet(StringComparer.Ordinal);
        while (csv.Read())
        {
            var row = new DeprivationRow(csv.GetString(SmallArea), csv.Parse<int>(decile));
            if (row.Decile is < 1 or > AreaDeprivation.Tenths) throw new FormatException($"{row.Decile} is no tenth.");
            if (known.Add(row.Code)) Deprivations.Add(row);
        }
    }

    // Where there are two drawings of an area the lighter one is kept: it is for maps on phones.
    private void ReadBoundaries(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        foreach (var feature in json.RootElement.GetProperty("features").EnumerateArray())
        {
            var about = feature.GetProperty("properties");
            var key = about.TryGetProperty("area_code", out var code) ? code.GetString()! : about.GetProperty("area_name").GetString()!;
            var drawing = feature.GetProperty("geometry").GetRawText();
            if (!Boundaries.TryGetValue(key, out var other) || drawing.Length < other.Length) Boundaries[key] = drawing;
        }
    }

    private static string? Filled(CsvReader csv, string column) =>
        csv.TryGetFieldIndex(column, out var index) && csv.GetString(index) is { Length: > 0 } value ? value : null;

    private static double? Number(CsvReader csv, string column) =>
        Filled(csv, column) is { } value ? double.Parse(value, CultureInfo.InvariantCulture) : null;

    private static AreaLevel? LevelOf(string geography) => geography switch
    {
        "Local authority" => AreaLevel.Place,
        "Ward" or "Electoral ward" => AreaLevel.Ward,
        "MSOA" => AreaLevel.MiddleLayer,
        "LSOA" => AreaLevel.LowerLayer,
        _ => null,
    };
}
