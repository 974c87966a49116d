using System.Globalization;
using CommunityVoice.Chains;
using CommunityVoice.Data;
using CommunityVoice.Elements;
using CommunityVoice.OpenData;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace CommunityVoice.Web.OpenData;

/// <summary>Describes the addresses of open data in OpenAPI 3.1, made from the endpoints themselves.</summary>
public sealed class ApiDescription([FromKeyedServices(ApiDescription.Name)] IOpenApiDocumentProvider documents, DataAnswers answers)
{
    public const string Name = "v1";
    private static readonly string Steps = $"{string.Join(", ", Enum.GetValues<ChainKind>().Select(DataCode.Of))}: a step of the thread.";

    public async Task WriteAsync(HttpContext context)
    {
        var document = await documents.GetOpenApiDocumentAsync(context.RequestAborted);
        answers.Keep(context, [PageTag.Site], null);
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, context.RequestAborted), context.RequestAborted);
    }

    public static void Configure(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = endpoint => endpoint.ActionDescriptor.EndpointMetadata.OfType<OpenDataFile>().Any();
        options.AddDocumentTransformer((document, context, _) => Task.FromResult(Describe(document, context.ApplicationServices)));
        options.AddOperationTransformer((operation, context, _) =>
        {
            var file = context.Description.ActionDescriptor.EndpointMetadata.OfType<OpenDataFile>().Single();
            if (file.IsPaged) Page(operation, file);
            if (context.Description.RelativePath is "consultations.json" or "consultations.csv") Hook(operation);
            if (context.Description.RelativePath is "areas/compare.json" or "areas/compare.csv") Compare(operation);
            if (context.Description.RelativePath?.EndsWith("/decision.json", StringComparison.Ordinal) == true) Earlier(operation);
            if (context.Description.RelativePath is "areas/{slug}/services.json") Turn(operation);
            if (context.Description.RelativePath?.StartsWith("thread/", StringComparison.Ordinal) == true) Leaf(operation);
            foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>().Where(p => p.In == ParameterLocation.Path) ?? [])
                parameter.Description = parameter.Name switch { "slug" => "The last part of the page's address.", "kind" => Steps, "document" => "The last part of the address of a paper.", "number" => "The number of a version of it, or of a question.", _ => "The number in the page's address." };
            Tell(operation);
            return Task.CompletedTask;
        });
    }

    private static OpenApiDocument Describe(OpenApiDocument document, IServiceProvider services)
    {
        var (abouts, site) = (services.GetRequiredService<DataAbouts>(), services.GetRequiredService<IOptions<SiteOptions>>().Value);
        document.Info = new OpenApiInfo
        {
            Title = $"Open data of {site.Name}, {site.Place}",
            Version = DataAbouts.Version,
            Description = $"The same addresses as the pages, with .json or .csv behind them; read only, without a key. {DataAbouts.Disclosure.Note} Results of votes are advice, not a referendum. This is /open-data/v{DataAbouts.Version}: names and meanings stay, others may be added.",
            License = new OpenApiLicense { Name = abouts.Licence.Title, Url = new Uri(abouts.Licence.Address) },
        };
        document.Webhooks = WebhookDescription.Of();
        document.Servers = [new OpenApiServer { Url = abouts.To("/").TrimEnd('/') }];
        document.ExternalDocs = new OpenApiExternalDocs { Url = new Uri(abouts.To("/open-data")), Description = "What there is, and how numbers are protected" };
        return document;
    }

    private static void Page(OpenApiOperation operation, OpenDataFile file)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = DataPage.AfterKey,
            In = ParameterLocation.Query,
            Description = "Where this page begins: as the address of the next page says. Left out for the first page.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64", Minimum = "0" },
        });
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = DataPage.LimitKey,
            In = ParameterLocation.Query,
            Description = "How many rows at most.",
            Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.Integer,
                Minimum = "1",
                Maximum = (file.IsCsv ? DataPage.MostCsv : DataPage.MostJson).ToString(CultureInfo.InvariantCulture),
                Default = file.IsCsv ? DataPage.MostCsv : DataPage.Usual,
            },
        });
    }

    private static void Hook(OpenApiOperation operation) => operation.Parameters!.Add(new OpenApiParameter
    {
        Name = DataPage.HookKey,
        In = ParameterLocation.Query,
        Description = "The code of a law: only consultations that rest on it.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    });

    private static void Compare(OpenApiOperation operation) => (operation.Parameters ??= []).Add(new OpenApiParameter
    {
        Name = DataPage.PlaceKey,
        In = ParameterLocation.Query,
        Description = "The last part of a place's address; once for each of two to four places.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
    });

    private static void Earlier(OpenApiOperation operation) => (operation.Parameters ??= []).Add(new OpenApiParameter
    {
        Name = DataPage.VersionKey,
        In = ParameterLocation.Query,
        Description = "The number of an earlier version. Left out for the newest.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1" },
    });

    private static void Leaf(OpenApiOperation operation)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter { Name = DataPage.StepKey, In = ParameterLocation.Query, Description = Steps, Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
        operation.Parameters.Add(new OpenApiParameter { Name = DataPage.NumberKey, In = ParameterLocation.Query, Description = "Which ten things of that step, from 1.", Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1" } });
    }

    private static void Turn(OpenApiOperation operation)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter { Name = DataPage.NumberKey, In = ParameterLocation.Query, Description = "Which page, from 1.", Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1" } });
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = DataPage.SizeKey,
            In = ParameterLocation.Query,
            Description = "How many services on a page.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = ServiceDirectory.Most.ToString(CultureInfo.InvariantCulture), Default = ServiceDirectory.Usual },
        });
    }

    private static void Tell(OpenApiOperation operation)
    {
        foreach (var (status, answer) in operation.Responses ?? [])
        {
            if (answer is not OpenApiResponse response) continue;
            response.Description = status switch
            {
                "200" => "What was asked for. The Link header names the licence and, on lists, the next page.",
                "304" => "Unchanged since the ETag that was sent in If-None-Match.",
                "400" => "A query value could not be read; the detail says which.",
                "404" => "There is nothing public at this address.",
                "410" => "It was there and is gone for good; the detail says why.",
                _ => "Too many requests in a minute; Retry-After says when to come again.",
            };
        }
    }
}
