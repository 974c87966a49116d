using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CommunityVoice.Web.TagHelpers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace CommunityVoice.Tests.TagHelpers;

/// <summary>A form as a page would hold it: bound from what was sent, then shown by tag helpers with the site's own set-up.</summary>
internal sealed class Rendered
{
    private static readonly ServiceProvider Services = Start();
    private readonly ViewContext view;

    private Rendered(SampleForm form, ModelStateDictionary state)
    {
        Form = form;
        view = new ViewContext { HttpContext = new DefaultHttpContext(), ViewData = new ViewDataDictionary<SampleForm>(Metadata, state) { Model = form } };
    }

    public SampleForm Form { get; }

    public ModelStateDictionary State => view.ViewData.ModelState;

    private static IModelMetadataProvider Metadata => Services.GetRequiredService<IModelMetadataProvider>();

    public static Rendered Of(SampleForm form) => new(form, new ModelStateDictionary());

    /// <summary>Binds and validates what a browser would send, such as <c>("Email", "x")</c>.</summary>
    public static async Task<Rendered> SentAsync(params (string Name, string Value)[] fields)
    {
        var values = fields.GroupBy(f => "Input." + f.Name).ToDictionary(g => g.Key, g => new StringValues([.. g.Select(f => f.Value)]));
        var provider = new FormValueProvider(BindingSource.Form, new FormCollection(values), System.Globalization.CultureInfo.GetCultureInfo("en-GB"));
        var context = new ActionContext(new DefaultHttpContext { RequestServices = Services }, new RouteData(), new ActionDescriptor());
        var metadata = Metadata.GetMetadataForProperty(typeof(Holder), nameof(Holder.Input));
        var parameter = new ParameterDescriptor { Name = "Input", ParameterType = typeof(SampleForm), BindingInfo = new BindingInfo() };
        var binder = Services.GetRequiredService<IModelBinderFactory>().CreateBinder(new ModelBinderFactoryContext { Metadata = metadata, BindingInfo = parameter.BindingInfo });
        var result = await Services.GetRequiredService<ParameterBinder>().BindModelAsync(context, binder, provider, parameter, metadata, value: null);
        return new Rendered((SampleForm?)result.Model ?? new SampleForm(), context.ModelState);
    }

    /// <summary>What a field's tag helper writes for a property of the form.</summary>
    public IElement Field<T>(string property, Action<T>? set = null) where T : FieldTagHelper
    {
        var explorer = Metadata.GetModelExplorerForType(typeof(SampleForm), Form).GetExplorerForProperty(property)!;
        var helper = Activator.CreateInstance<T>();
        helper.For = new ModelExpression("Input." + property, explorer);
        helper.ViewContext = view;
        set?.Invoke(helper);
        return Written(helper);
    }

    public IElement? ErrorSummary() => Written(new ErrorSummaryTagHelper { ViewContext = view }, "").FirstElementChild;

    /// <summary>The element a tag helper writes; its content is what a page would put inside.</summary>
    public static IElement Written(TagHelper helper, string content = "", params TagHelperAttribute[] given)
    {
        var inside = new DefaultTagHelperContent();
        inside.SetHtmlContent(content);
        var output = new TagHelperOutput("x", new TagHelperAttributeList(given), (_, _) => Task.FromResult<TagHelperContent>(inside));
        helper.ProcessAsync(new TagHelperContext(new TagHelperAttributeList(), new Dictionary<object, object>(), "x"), output).GetAwaiter().GetResult();
        if (!output.IsContentModified && output.TagName is not null) output.Content.SetHtmlContent(content);
        using var writer = new StringWriter();
        output.WriteTo(writer, Services.GetRequiredService<System.Text.Encodings.Web.HtmlEncoder>());
        var body = new HtmlParser().ParseDocument("<body>" + writer).Body!;
        return helper is ErrorSummaryTagHelper ? body : body.FirstElementChild ?? body;
    }

    private static ServiceProvider Start()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddRazorPages().AddLook(new ConfigurationBuilder().Build());
        return services.BuildServiceProvider();
    }

    private sealed class Holder
    {
        public SampleForm Input { get; set; } = new();
    }
}
