using CommunityVoice.Webhooks;
using Microsoft.OpenApi;

namespace CommunityVoice.Web.OpenData;

/// <summary>Describes what webhooks are sent, beside the addresses that can be asked.</summary>
public static class WebhookDescription
{
    public static IDictionary<string, IOpenApiPathItem> Of() => new Dictionary<string, IOpenApiPathItem>(StringComparer.Ordinal)
    {
        ["news"] = new OpenApiPathItem { Operations = new Dictionary<HttpMethod, OpenApiOperation> { [HttpMethod.Post] = News() } },
    };

    private static OpenApiOperation News() => new()
    {
        OperationId = "news",
        Summary = "Something new in a place or a consultation",
        Description = "For organisations that added a webhook. The same as the news feeds tell; /open-data says how to check the signature. Tried eight times over about two days.",
        Parameters =
        [
            Header(WebhookSignature.IdHeader, "The same in every try: leave out what you had already."),
            Header(WebhookSignature.TimeHeader, "When it was sent, in seconds since 1970."),
            Header(WebhookSignature.Header, "t is that time, v1 the HMAC-SHA256 of t, a full stop and the body: t=1795824000,v1=5257a8…"),
        ],
        RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { ["application/json"] = new() { Schema = Message() } },
        },
        Responses = new OpenApiResponses { ["2XX"] = new OpenApiResponse { Description = "Taken. Anything else, and no answer within ten seconds, is tried again." } },
    };

    private static OpenApiParameter Header(string name, string description) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Required = true,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static OpenApiSchema Message() => new()
    {
        Type = JsonSchemaType.Object,
        Required = new HashSet<string>(StringComparer.Ordinal) { "id", "type", "at", "title", "page", "data" },
        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["id"] = Text("The same as in the feed.", "uri"),
            ["type"] = Text("What happened, such as consultation.open; test is news of nothing."),
            ["at"] = Text("When it happened, in UTC.", "date-time"),
            ["title"] = Text("What, in a few words."),
            ["page"] = Text("The address of the page.", "uri"),
            ["data"] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null, Format = "uri", Description = "The address of its file, where it has one." },
        },
    };

    private static OpenApiSchema Text(string description, string? format = null) => new() { Type = JsonSchemaType.String, Format = format, Description = description };
}
