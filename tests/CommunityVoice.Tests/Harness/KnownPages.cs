using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CommunityVoice.Tests;

/// <summary>
/// What follows from the code alone is found out once a process, not by each of a thousand sites: which pages there are with their handlers, and what is
/// known of the types they bind. It took a fifth of the time of all tests. Descriptors are copied for each site, since a site keeps its filters on them.
/// </summary>
internal sealed class KnownPages(IActionDescriptorProvider inner) : IActionDescriptorProvider
{
    private static readonly Lock Turn = new();
    private static List<CompiledPageActionDescriptor>? known;
    private static IModelMetadataProvider? metadata;

    public int Order => inner.Order;

    public static void Share(IServiceCollection services)
    {
        var finder = services.Single(s => s.ServiceType == typeof(IActionDescriptorProvider) && s.ImplementationType?.Name == "CompiledPageActionDescriptorProvider");
        services.Remove(finder);
        services.AddSingleton<IActionDescriptorProvider>(provider => new KnownPages((IActionDescriptorProvider)ActivatorUtilities.CreateInstance(provider, finder.ImplementationType!)));
        var teller = services.Single(s => s.ServiceType == typeof(IModelMetadataProvider)).ImplementationType!;
        services.Replace(ServiceDescriptor.Singleton(provider =>
        {
            lock (Turn) return metadata ??= (IModelMetadataProvider)ActivatorUtilities.CreateInstance(provider, teller);
        }));
    }

    public void OnProvidersExecuting(ActionDescriptorProviderContext context)
    {
        lock (Turn)
        {
            if (known is null)
            {
                inner.OnProvidersExecuting(context);
                known = [.. context.Results.Cast<CompiledPageActionDescriptor>()];
                context.Results.Clear();
            }
            foreach (var page in known) context.Results.Add(Copy(page));
        }
    }

    public void OnProvidersExecuted(ActionDescriptorProviderContext context) => inner.OnProvidersExecuted(context);

    private static CompiledPageActionDescriptor Copy(CompiledPageActionDescriptor page) => new(page)
    {
        AreaName = page.AreaName,
        RelativePath = page.RelativePath,
        ViewEnginePath = page.ViewEnginePath,
        HandlerMethods = page.HandlerMethods,
        HandlerTypeInfo = page.HandlerTypeInfo,
        DeclaredModelTypeInfo = page.DeclaredModelTypeInfo,
        ModelTypeInfo = page.ModelTypeInfo,
        PageTypeInfo = page.PageTypeInfo,
        ActionConstraints = page.ActionConstraints,
        AttributeRouteInfo = page.AttributeRouteInfo,
        BoundProperties = page.BoundProperties,
        DisplayName = page.DisplayName,
        EndpointMetadata = page.EndpointMetadata,
        FilterDescriptors = page.FilterDescriptors,
        Parameters = page.Parameters,
        Properties = new Dictionary<object, object?>(page.Properties),
        RouteValues = page.RouteValues,
    };
}

internal static class ShortLives
{
    // Sites that answer three requests never earn back what compiling the making of their services costs.
#pragma warning disable CA2255 // this assembly is a program: the test host runs it
    [ModuleInitializer]
    internal static void Begin() => AppContext.SetSwitch("Microsoft.Extensions.DependencyInjection.DisableDynamicEngine", true);
#pragma warning restore CA2255
}
