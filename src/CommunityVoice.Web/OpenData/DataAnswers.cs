using System.Globalization;
using System.Text;
using CommunityVoice.OpenData;
using CommunityVoice.Web.Caching;
using CommunityVoice.Web.Wiring;

namespace CommunityVoice.Web.OpenData;

/// <summary>A list that an address leads to: what it is called, the page that shows the same, what that depends on, and its rows. Waits: why it is not published yet.</summary>
public sealed record DataRows<T>(string Title, string Page, IReadOnlyList<string> PageTags, IReadOnlyList<T> Rows, string? Waits = null);

/// <summary>One thing that an address leads to. Gone: why it is no longer there, for good (rule R-H16).</summary>
public sealed record DataThing<T>(string Title, string Page, IReadOnlyList<string> PageTags, T? Item, string? Gone = null)
    where T : class;

/// <summary>Writes open data with what belongs to every answer: the licence, where it is described, where the rest is, and until when it may be kept.</summary>
public sealed class DataAnswers(DataAbouts abouts, TimeProvider clock)
{
    public const string Csv = "text/csv";

    /// <summary>What the query of a list may ask for.</summary>
    private static readonly string[] OfLists = [DataPage.AfterKey, DataPage.LimitKey, DataPage.HookKey];

    public async Task JsonAsync<T>(HttpContext context, Func<DataPage, Task<DataRows<T>?>> find)
        where T : IKeyed
    {
        if (await PageAsync(context, isCsv: false) is not { } page) return;
        if (await find(page) is not { } found) await MissingAsync(context);
        else if (found.Waits is { } why) await ProblemAsync(context, StatusCodes.Status404NotFound, "Not published yet", why);
        else
        {
            var (rows, next) = Cut(found.Rows, page, context, isCsv: false);
            Keep(context, found.PageTags, next, OfLists);
            await context.Response.WriteAsJsonAsync(new DataList<T>(abouts.Of(found.Title, Self(context, OfLists), found.Page), next is null ? null : abouts.To(next), rows), context.RequestAborted);
        }
    }

    public async Task CsvAsync<T>(HttpContext context, DataTable<T> table, Func<DataPage, Task<DataRows<T>?>> find)
        where T : IKeyed
    {
        if (await PageAsync(context, isCsv: true) is not { } page) return;
        if (await find(page) is not { } found) await MissingAsync(context);
        else if (found.Waits is { } why) await ProblemAsync(context, StatusCodes.Status404NotFound, "Not published yet", why);
        else
        {
            var (rows, next) = Cut(found.Rows, page, context, isCsv: true);
            Keep(context, found.PageTags, next, OfLists);
            await WriteCsvAsync(context, table.Write(rows));
        }
    }

    /// <summary>One thing; keys: those of the query that it reads.</summary>
    public async Task JsonAsync<T>(HttpContext context, DataThing<T>? found, IReadOnlyList<string> keys)
        where T : class
    {
        if (found is null) await MissingAsync(context);
        else if (found.Item is not { } item) await ProblemAsync(context, StatusCodes.Status410Gone, "It is gone", found.Gone!);
        else
        {
            Keep(context, found.PageTags, null, keys);
            await context.Response.WriteAsJsonAsync(new DataItem<T>(abouts.Of(found.Title, Self(context, keys), found.Page), item), context.RequestAborted);
        }
    }

    /// <summary>One thing without anything around it; keys: those of the query that it reads.</summary>
    public async Task BareAsync<T>(HttpContext context, DataThing<T>? found, IReadOnlyList<string> keys)
        where T : class
    {
        if (found?.Item is not { } item) await MissingAsync(context);
        else
        {
            Keep(context, found.PageTags, null, keys);
            await context.Response.WriteAsJsonAsync(item, context.RequestAborted);
        }
    }

    /// <summary>The numbers of one thing as lines; keys: those of the query that it reads.</summary>
    public async Task CsvAsync<TThing, T>(HttpContext context, DataTable<T> table, DataThing<TThing>? found, Func<TThing, IEnumerable<T>> lines, IReadOnlyList<string> keys)
        where TThing : class
    {
        if (found?.Item is not { } item) await MissingAsync(context);
        else
        {
            Keep(context, found.PageTags, null, keys);
            await WriteCsvAsync(context, table.Write(lines(item)));
        }
    }

    /// <summary>Says that the answer may be kept for others, and what it goes out with. Keys: what the query may ask for; whatever else it holds makes no second copy.</summary>
    public void Keep(HttpContext context, IReadOnlyList<string> tags, string? next, IReadOnlyList<string>? keys = null)
    {
        NameLicence(context, next);
        // What opens or closes, or falls due, is so the minute after: copies are kept a minute at most.
        context.ShowsPages(tags, keys, clock.GetUtcNow().AddMinutes(1));
    }

    /// <summary>Names in the Link header the licence, where all of it is described, and where the rest is.</summary>
    public void NameLicence(HttpContext context, string? next = null)
    {
        var links = new List<string> { $"<{abouts.To("/open-data")}>; rel=\"describedby\"", $"<{abouts.Licence.Address}>; rel=\"license\"" };
        if (next is not null) links.Insert(0, $"<{abouts.To(next)}>; rel=\"next\"");
        context.Response.Headers.Link = string.Join(", ", links);
    }

    public static Task ProblemAsync(HttpContext context, int status, string title, string detail) =>
        Results.Problem(detail, statusCode: status, title: title, type: "about:blank").ExecuteAsync(context);

    // A copy is kept for whoever asks for the same: what it does not read is not in it.
    private static string Self(HttpContext context, IReadOnlyList<string> keys) => context.Request.Path.Value
        + (context.Request.Query.Keys.All(keys.Contains) ? context.Request.QueryString : QueryString.Create(context.Request.Query.Where(q => keys.Contains(q.Key)))).Value;

    private static async Task<DataPage?> PageAsync(HttpContext context, bool isCsv)
    {
        var (page, wrong) = DataPage.Read(context.Request.Query, isCsv);
        if (wrong is not null) await ProblemAsync(context, StatusCodes.Status400BadRequest, "This could not be read", wrong);
        return page;
    }

    private static (IReadOnlyList<T> Rows, string? Next) Cut<T>(IReadOnlyList<T> rows, DataPage page, HttpContext context, bool isCsv)
        where T : IKeyed => rows.Count <= page.Limit ? (rows, null) : ([.. rows.Take(page.Limit)], page.Next(context.Request.Path.Value!, rows[page.Limit - 1].Key, isCsv));

    private static async Task WriteCsvAsync(HttpContext context, string text)
    {
        var parts = context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        context.Response.ContentType = $"{Csv}; charset=utf-8; header=present";
        context.Response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=\"{string.Join('-', parts)}\"");
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), context.RequestAborted);
    }

    /// <summary>Sends on from an address that something had before, to the same file; or says that there is no such thing.</summary>
    private static async Task MissingAsync(HttpContext context)
    {
        if (await MovedAddresses.TodayAsync(context) is { } now) context.Response.Redirect(now, permanent: true);
        else await ProblemAsync(context, StatusCodes.Status404NotFound, "Not found", "There is nothing public at this address. /open-data says what there is.");
    }
}
