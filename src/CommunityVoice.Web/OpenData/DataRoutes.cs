using System.Reflection;
using CommunityVoice.OpenData;
using CommunityVoice.Web.Caching;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Http.Metadata;

namespace CommunityVoice.Web.OpenData;

/// <summary>Marks an endpoint of open data that the description names: whether it takes <c>after</c> and <c>limit</c>, and whether it is a file of rows.</summary>
public sealed record OpenDataFile(bool IsPaged, bool IsCsv);

/// <summary>Maps the addresses of open data: those of the pages with <c>.json</c> or <c>.csv</c> behind them.</summary>
public sealed class DataRoutes(IEndpointRouteBuilder routes)
{
    public const string RateLimit = "open-data";
    private const string Json = "application/json";
    private static readonly char[] Marks = ['/', '{', '}', '.'];

    /// <summary>A list, as JSON and as CSV.</summary>
    public void List<TSource, T>(string path, string tag, DataTable<T> table, Func<TSource, string, DataPage, CancellationToken, Task<DataRows<T>?>> find)
        where TSource : notnull
        where T : IKeyed
    {
        Map(path + ".json", tag, $"{table.Title}, as JSON", table.Meaning, new(true, false), (context, key, ct) =>
            Answers(context).JsonAsync(context, page => find(Source<TSource>(context), key, page, ct))).WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(DataList<T>), [Json]));
        Map(path + ".csv", tag, $"{table.Title}, as CSV", table.Meaning, new(true, true), (context, key, ct) =>
            Answers(context).CsvAsync(context, table, page => find(Source<TSource>(context), key, page, ct))).WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(string), [DataAnswers.Csv]));
    }

    /// <summary>One thing in full, as JSON.</summary>
    public IEndpointConventionBuilder Item<TSource, T>(string path, string tag, string title, string meaning, Func<TSource, string, CancellationToken, Task<DataThing<T>?>> find)
        where TSource : notnull
        where T : class =>
        Item<TSource, T>(path, tag, title, meaning, [], (source, key, _, ct) => find(source, key, ct));

    /// <summary>One thing in full, as JSON, of which the query asks for a part by these keys.</summary>
    public IEndpointConventionBuilder Item<TSource, T>(string path, string tag, string title, string meaning, IReadOnlyList<string> keys, Func<TSource, string, IQueryCollection, CancellationToken, Task<DataThing<T>?>> find)
        where TSource : notnull
        where T : class =>
        Map(path + ".json", tag, title, meaning, new(false, false), async (context, key, ct) =>
            await Answers(context).JsonAsync(context, await find(Source<TSource>(context), key, context.Request.Query, ct), keys)).WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(DataItem<T>), [Json]));

    /// <summary>One thing in the shape that another standard asks for, as JSON: what answers say of themselves stands where that standard has a place for it.</summary>
    public void Bare<TSource, T>(string path, string tag, string title, string meaning, Func<TSource, string, CancellationToken, Task<DataThing<T>?>> find)
        where TSource : notnull
        where T : class =>
        Bare<TSource, T>(path, tag, title, meaning, [], (source, key, _, ct) => find(source, key, ct));

    /// <summary>The same, of which the query asks for a part by these keys.</summary>
    public void Bare<TSource, T>(string path, string tag, string title, string meaning, IReadOnlyList<string> keys, Func<TSource, string, IQueryCollection, CancellationToken, Task<DataThing<T>?>> find)
        where TSource : notnull
        where T : class =>
        Map(path + ".json", tag, title, meaning, new(false, false), async (context, key, ct) =>
            await Answers(context).BareAsync(context, await find(Source<TSource>(context), key, context.Request.Query, ct), keys)).WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), [Json]));

    /// <summary>The numbers of one thing, as CSV.</summary>
    public void Lines<TSource, TThing, T>(string path, string tag, DataTable<T> table, Func<TSource, string, CancellationToken, Task<DataThing<TThing>?>> find, Func<TThing, IEnumerable<T>> lines)
        where TSource : notnull
        where TThing : class =>
        Lines<TSource, TThing, T>(path, tag, table, [], (source, key, _, ct) => find(source, key, ct), lines);

    /// <summary>The numbers of one thing, as CSV, of which the query asks for a part by these keys.</summary>
    public void Lines<TSource, TThing, T>(string path, string tag, DataTable<T> table, IReadOnlyList<string> keys, Func<TSource, string, IQueryCollection, CancellationToken, Task<DataThing<TThing>?>> find, Func<TThing, IEnumerable<T>> lines)
        where TSource : notnull
        where TThing : class =>
        Map(path + ".csv", tag, $"{table.Title}, as CSV", table.Meaning, new(false, true), async (context, key, ct) =>
            await Answers(context).CsvAsync(context, table, await find(Source<TSource>(context), key, context.Request.Query, ct), lines, keys)).WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(string), [DataAnswers.Csv]));

    /// <summary>A description, at its own address.</summary>
    public void Description(string path, RequestDelegate write) =>
        Open(routes.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], write)).ExcludeFromDescription();

    private IEndpointConventionBuilder Map(string path, string tag, string title, string meaning, OpenDataFile file, Func<HttpContext, string, CancellationToken, Task> write)
    {
        // Endpoints of bare delegates: the framework would compile one expression for each parameter list at every start. The description needs to know the
        // parameters all the same.
        Task AnswerAsync(HttpContext context) => write(context, KeyOf(context.Request.RouteValues), context.RequestAborted);
        Open(routes.MapMethods(path, [HttpMethods.Head], AnswerAsync)).ExcludeFromDescription();
        var described = Open(routes.MapGet(path, AnswerAsync)).WithMetadata([file, .. Named(path)]).WithTags(tag).WithSummary(title).WithName(NameOf(path));
        if (meaning.Length > 0) described.WithDescription(meaning);
        if (file.IsPaged) described.ProducesProblem(StatusCodes.Status400BadRequest);
        return described.WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified, typeof(void))).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status429TooManyRequests);
    }

    // What the address names, as the description tells it.
    private static IEnumerable<object> Named(string path)
    {
        Delegate named = (path.Contains("{slug}", StringComparison.Ordinal), path.Contains("{id", StringComparison.Ordinal)) switch
        {
            _ when path.Contains("{kind}", StringComparison.Ordinal) => (string kind, long id) => 0,
            _ when path.Contains("{document}/versions/{number", StringComparison.Ordinal) => (string slug, string document, int number) => 0,
            _ when path.Contains("{number", StringComparison.Ordinal) => (string slug, int number) => 0,
            _ when path.Contains("{document}", StringComparison.Ordinal) => (string slug, string document) => 0,
            (true, true) => (string slug, long id) => 0,
            (true, false) => (string slug) => 0,
            (false, true) => (long id) => 0,
            _ => () => 0,
        };
        return [named.Method, .. named.Method.GetParameters().Select(p => new NamedInAddress(p))];
    }

    private static string KeyOf(RouteValueDictionary values) => string.Join('/', new[] { values["kind"], values["slug"], values["document"], values["number"], values["id"] }.Where(v => v is not null));

    private static TBuilder Open<TBuilder>(TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.AllowAnonymous().WithMetadata(new KeptLikeAPage(), new ReadableFromAnywhere()).RequireRateLimiting(RateLimit);

    // "areas-slug-json" of "/areas/{slug}.json".
    private static string NameOf(string path) => string.Join('-', path.Replace(":long", "", StringComparison.Ordinal).Replace(":int", "", StringComparison.Ordinal).Split(Marks, StringSplitOptions.RemoveEmptyEntries));

    private static DataAnswers Answers(HttpContext context) => Source<DataAnswers>(context);

    private static T Source<T>(HttpContext context)
        where T : notnull => context.RequestServices.GetRequiredService<T>();

    private sealed record NamedInAddress(ParameterInfo ParameterInfo) : IParameterBindingMetadata
    {
        public string Name => ParameterInfo.Name!;

        public bool HasTryParse => ParameterInfo.ParameterType != typeof(string);

        public bool HasBindAsync => false;

        public bool IsOptional => false;
    }
}
