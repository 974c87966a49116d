using CommunityVoice.Areas;

namespace CommunityVoice.Tests.Areas;

public sealed class FindTests : SiteTest
{
    [Fact]
    public async Task A_postcode_leads_to_its_ward_and_what_is_open_there()
    {
        var place = A.Area();
        var ward = A.Area("Hillgate", AreaLevel.Ward);
        await Site.SaveAsync(ward, place, new AreaLink(place, AreaLinkKind.Contains, ward));
        await Site.SaveAsync(new Postcode("QV42AB", ward.Id, null, null, null, null));
        await Site.SaveAsync(A.Consultation("Coming home from hospital", area: place));

        var page = await new Browser(Site).GetAsync("/areas/find?postcode=qv4%202ab");

        page.Shows("Hillgate Ward");
        page.Shows("Rivermead Place");
        page.Shows("Coming home from hospital");
    }

    [Theory]
    [InlineData("", "Enter a whole postcode")]
    [InlineData("M33", "Enter a whole postcode")]
    [InlineData("<script>", "Enter a whole postcode")]
    [InlineData("QV9 9ZZ", "We do not have QV9 9ZZ in our list")]
    public async Task What_is_no_postcode_of_ours_is_told_and_kept(string typed, string message)
    {
        var page = await new Browser(Site).GetAsync($"/areas/find?postcode={Uri.EscapeDataString(typed)}&x=1", HttpStatusCode.UnprocessableEntity);

        Assert.Contains(message, page.QuerySelector("[data-error-summary]")!.Words(), StringComparison.Ordinal);
        Assert.Equal(typed, page.QuerySelector("[name='Postcode']")!.GetAttribute("value") ?? "");
    }

    [Theory]
    [InlineData("qv4 2ab", "QV42AB")]
    [InlineData(" Q V 4 2 A B ", "QV42AB")]
    [InlineData("SW1A 1AA", "SW1A1AA")]
    [InlineData("M1 1AE", "M11AE")]
    [InlineData("QV4", null)]
    [InlineData("12345", null)]
    [InlineData("", null)]
    public void Postcodes_are_read_as_people_type_them(string typed, string? expected) => Assert.Equal(expected, PostcodeText.Normalise(typed));

    [Fact]
    public async Task The_list_of_areas_puts_each_under_the_one_that_contains_it()
    {
        var place = A.Area();
        var ward = A.Area("Hillgate", AreaLevel.Ward);
        var layer = A.Area("Hill 1", AreaLevel.LowerLayer);
        await Site.SaveAsync(ward, place, layer, new AreaLink(place, AreaLinkKind.Contains, ward), new AreaLink(ward, AreaLinkKind.Contains, layer));

        var rows = (await new Browser(Site).GetAsync("/areas")).QuerySelectorAll(".cv-tree li");

        Assert.Equal(["cv-tree__0", "cv-tree__1"], rows.Select(r => r.ClassName));
        Assert.StartsWith("Rivermead", rows[0].Words(), StringComparison.Ordinal);
        Assert.StartsWith("Hillgate", rows[1].Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_remit_reaches_contained_areas_and_never_overlapping_ones()
    {
        var place = A.Area();
        var ward = A.Area("Hillgate", AreaLevel.Ward);
        var other = A.Area("Elsewhere", AreaLevel.Ward);
        await Site.SaveAsync(ward, place, other, new AreaLink(place, AreaLinkKind.Contains, ward), new AreaLink(place, AreaLinkKind.Overlaps, other));

        var within = await Site.AskAsync<AreaTree, HashSet<long>>(tree => tree.WithinAsync(place.Id, FakeClock.Today, default));

        Assert.Equal(new HashSet<long> { place.Id, ward.Id }, within);
    }
}
