using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CommunityVoice.Areas;

/// <summary>An area as a picture needs it: its outline as SVG path data and where its name goes.</summary>
public sealed record AreaShape(string Slug, string Name, string Path, double X, double Y);

/// <summary>A map of some areas side by side, in the units of a drawing of a given width.</summary>
public sealed record AreaMap(double Width, double Height, IReadOnlyList<AreaShape> Shapes)
{
    private const double Margin = 4;

    /// <summary>Draws the areas that have a boundary; none when no area has one.</summary>
    public static AreaMap? Of(IEnumerable<(string Slug, string Name, string? Boundary)> areas, double width)
    {
        var drawn = areas.Where(a => a.Boundary is not null).Select(a => (a.Slug, a.Name, Rings: RingsOf(a.Boundary!))).Where(a => a.Rings.Count > 0).ToList();
        if (drawn.Count == 0) return null;

        var points = drawn.SelectMany(a => a.Rings).SelectMany(r => r).ToList();
        var (west, east) = (points.Min(p => p.Longitude), points.Max(p => p.Longitude));
        var (south, north) = (points.Min(p => p.Latitude), points.Max(p => p.Latitude));
        // Degrees of longitude are shorter than degrees of latitude, the more so the further north.
        var squeeze = Math.Cos((south + north) / 2 * Math.PI / 180);
        var scale = (width - 2 * Margin) / Math.Max((east - west) * squeeze, 1e-9);
        (double X, double Y) Place((double Longitude, double Latitude) p) => (Margin + (p.Longitude - west) * squeeze * scale, Margin + (north - p.Latitude) * scale);

        return new AreaMap(width, Math.Round((north - south) * scale + 2 * Margin), [.. drawn.Select(a =>
        {
            var rings = a.Rings.Select(r => r.Select(Place).ToList()).ToList();
            var biggest = rings.MaxBy(Extent)!;
            var (x, y) = Middle(biggest);
            return new AreaShape(a.Slug, a.Name, string.Concat(rings.Select(PathOf)), Math.Round(x), Math.Round(y));
        })]);
    }

    private static List<List<(double Longitude, double Latitude)>> RingsOf(string boundary)
    {
        using var json = JsonDocument.Parse(boundary);
        var coordinates = json.RootElement.GetProperty("coordinates");
        var polygons = json.RootElement.GetProperty("type").GetString() == "MultiPolygon" ? coordinates.EnumerateArray() : new JsonElement[] { coordinates }.AsEnumerable();
        return [.. polygons.SelectMany(p => p.EnumerateArray())
            .Select(ring => ring.EnumerateArray().Select(point => (point[0].GetDouble(), point[1].GetDouble())).ToList())];
    }

    private static string PathOf(List<(double X, double Y)> ring)
    {
        var path = new StringBuilder();
        for (var i = 0; i < ring.Count; i++)
        {
            path.Append(i == 0 ? 'M' : 'L').Append(ring[i].X.ToString("0.#", CultureInfo.InvariantCulture))
                .Append(' ').Append(ring[i].Y.ToString("0.#", CultureInfo.InvariantCulture));
        }
        return path.Append('Z').ToString();
    }

    private static double Extent(List<(double X, double Y)> ring) => Math.Abs(Cross(ring).Sum());

    /// <summary>The centre of gravity, where a name sits best.</summary>
    private static (double X, double Y) Middle(List<(double X, double Y)> ring)
    {
        var cross = Cross(ring).ToList();
        var area = cross.Sum();
        if (Math.Abs(area) < 1e-9) return ring[0];
        double x = 0, y = 0;
        for (var i = 0; i < ring.Count; i++)
        {
            var (a, b) = (ring[i], ring[(i + 1) % ring.Count]);
            x += (a.X + b.X) * cross[i];
            y += (a.Y + b.Y) * cross[i];
        }
        return (x / (3 * area), y / (3 * area));
    }

    private static IEnumerable<double> Cross(List<(double X, double Y)> ring)
    {
        for (var i = 0; i < ring.Count; i++)
        {
            var (a, b) = (ring[i], ring[(i + 1) % ring.Count]);
            yield return a.X * b.Y - b.X * a.Y;
        }
    }
}
