using CommunityVoice.Areas;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Areas;

public sealed class AreaImportTests : SiteTest
{
    private const string Postcodes = """
        postcode,ward_code,ward_name,msoa_code,msoa_hcl_name,lsoa_code,lsoa_name,locality,la_code,la_name,lon,lat
        QV4 1AA,E1,Weirside,M1,Weir,L1,Weir 1,North,P1,Rivermead,-2.1,53.5
        QV4 2AA,E2,Hillgate,M1,Weir,L2,Weir 2,South,P1,Rivermead,-2.2,53.6
        """;

    private const string Population = """
        period,area_code,area_name,geography,sex,all_ages,aged_0_to_15,aged_16_to_64,aged_65_and_over
        2024-06-30,P1,Rivermead,Local authority,Persons,300,60,180,60
        2024-06-30,E1,Weirside,Ward,Persons,100,20,60,20
        2024-06-30,E2,Hillgate,Ward,Persons,200,40,120,40
        2021-03-21,E0,Old Weirside,Ward,Persons,90,10,60,20
        """;

    [Fact]
    public async Task An_import_loads_areas_what_contains_what_people_and_postcodes()
    {
        var totals = await ImportAsync();

        Assert.Equal(new AreaTotals("Rivermead", 300, 2, 2, 2, 0), totals);
        var ward = await Site.AskAsync(db => db.Areas.SingleAsync(a => a.Code == "E1"));
        var around = await Site.AskAsync<AreaTree, HashSet<long>>(tree => tree.AroundAsync(ward.Id, FakeClock.Today, default));
        var names = await Site.AskAsync(db => db.Areas.Where(a => around.Contains(a.Id)).OrderBy(a => a.Level).Select(a => a.Name).ToListAsync());
        Assert.Equal(["Weirside", "Rivermead North", "Rivermead"], names.Order(StringComparer.Ordinal).Reverse());
    }

    [Fact]
    public async Task Importing_again_doubles_nothing()
    {
        var first = await ImportAsync();
        var links = await Site.AskAsync(db => db.AreaLinks.CountAsync());

        Assert.Equal(first, await ImportAsync());
        Assert.Equal(links, await Site.AskAsync(db => db.AreaLinks.CountAsync()));
        Assert.Equal(2, await Site.AskAsync(db => db.Postcodes.CountAsync()));
    }

    [Fact]
    public async Task Codes_of_other_boundaries_are_left_out_and_said()
    {
        var said = new List<string>();
        await ImportAsync(said);

        Assert.Contains("1 areas of other boundaries left out", said);
        Assert.Equal(0, await Site.AskAsync(db => db.AreaPopulations.CountAsync(p => p.Period == "2021-03-21")));
    }

    [Fact]
    public async Task A_folder_without_postcodes_says_what_it_lacks()
    {
        var folder = Directory.CreateTempSubdirectory("communityvoice-areas-");
        var files = AreaFiles.Read(folder.FullName);
        var lack = await Assert.ThrowsAsync<InvalidDataException>(() => Site.DoAsync<CommunityVoice.Data.CommunityVoiceDb>(db => new AreaImport(db, Site.Clock).RunAsync(files, new Said([]), default)));
        Assert.Contains("postcode list", lack.Message, StringComparison.Ordinal);
    }

    [SharedDataFact]
    public async Task Trafford_holds_what_is_known_of_it()
    {
        var files = AreaFiles.Read(Path.Combine(Repository.SharedData!, "place-trafford"));
        var totals = await Site.AskAsync(db => new AreaImport(db, Site.Clock).RunAsync(files, new Said([]), default));

        Assert.Equal(("Trafford", 241_025, 21, 4, 11_264), (totals.Place, totals.People, totals.Wards, totals.Localities, totals.Postcodes));
        Assert.Equal(193, totals.Boundaries); // the place, 4 localities, 21 wards, 28 middle and 139 lower layers
        foreach (var level in new[] { AreaLevel.Ward, AreaLevel.MiddleLayer, AreaLevel.LowerLayer })
        {
            Assert.Equal(241_025, await Site.AskAsync(db => db.Areas.Where(a => a.Level == level).SumAsync(a => a.Population)));
        }
        var page = await new Browser(Site).GetAsync("/areas/find?postcode=wa157ag");
        page.Shows("Timperley Central Ward");
        page.Shows("Trafford South Locality");
        page.Shows("Trafford Place");
    }

    private async Task<AreaTotals> ImportAsync(List<string>? said = null)
    {
        var folder = Directory.CreateTempSubdirectory("communityvoice-areas-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "postcodes.csv"), Postcodes);
        await File.WriteAllTextAsync(Path.Combine(folder, "population.csv"), Population);
        return await Site.AskAsync(db => new AreaImport(db, Site.Clock).RunAsync(AreaFiles.Read(folder), new Said(said ?? []), default));
    }

    private sealed class Said(List<string> lines) : IProgress<string>
    {
        public void Report(string value) => lines.Add(value);
    }
}
