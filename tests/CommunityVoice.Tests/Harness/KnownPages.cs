using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CommunityVoice.Tests;

/// <summary>
/// What follows from the code alone is found out once a process, not by each of a thousand sites: which pages there are with their handlers, and what is
/// known of the types they bind, and how each page is made. It took a fifth of the time of all tests. Descriptors are copied for each site, since a site keeps its filters on them.
/// </summary>
internal sealed class KnownPages(IActionDescriptorProvider inner) : IActionDescriptorProvider
{
    private static readonly Lock Turn = new();
    private static List<CompiledPageActionDescriptor>? known;

    public int Order => inner.Order;

    public static void Share(IServiceCollection services)
    {
        var finder = services.Single(s => s.ServiceType == typeof(IActionDescriptorProvider) && s.ImplementationType?.Name == "CompiledPageActionDescriptorProvider");
        services.Remove(finder);
        services.AddSingleton<IActionDescriptorProvider>(provider => new KnownPages((IActionDescriptorProvider)ActivatorUtilities.CreateInstance(provider, finder.ImplementationType!)));
        Once<IModelMetadataProvider>(services, one => one);
        Once<IRazorPageActivator>(services, one => one);
        Once<IRazorPageFactoryProvider>(services, one => new KnownViews(one));
        Once<IPageFactoryProvider>(services, one => new KnownPageFactories(one));
        Once<IPageModelActivatorProvider>(services, one => new KnownModels(one));
    }

    // Made by the first site, for all.
    private static void Once<T>(IServiceCollection services, Func<T, T> wrap)
        where T : class
    {
        var type = services.Last(s => s.ServiceType == typeof(T)).ImplementationType!;
        services.Replace(ServiceDescriptor.Singleton(provider =>
        {
            lock (Turn) return Of<T>.Shared ??= wrap((T)ActivatorUtilities.CreateInstance(provider, type));
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

    private static class Of<T>
        where T : class
    {
        public static T? Shared { get; set; }
    }
}

/// <summary>Every view is compiled into the site, so none comes or goes.</summary>
internal sealed class KnownViews(IRazorPageFactoryProvider inner) : IRazorPageFactoryProvider
{
    private readonly ConcurrentDictionary<string, RazorPageFactoryResult> known = new(StringComparer.Ordinal);

    public RazorPageFactoryResult CreateFactory(string relativePath) => known.GetOrAdd(relativePath, inner.CreateFactory);
}

/// <summary>How a page is made, and cleared away: by its type, from the services of the request.</summary>
internal sealed class KnownPageFactories(IPageFactoryProvider inner) : IPageFactoryProvider
{
    private readonly ConcurrentDictionary<Type, Func<PageContext, ViewContext, object>> known = new();

    public Func<PageContext, ViewContext, object> CreatePageFactory(CompiledPageActionDescriptor descriptor) => known.GetOrAdd(descriptor.PageTypeInfo, _ => inner.CreatePageFactory(descriptor));

    public Action<PageContext, ViewContext, object>? CreatePageDisposer(CompiledPageActionDescriptor descriptor) => inner.CreatePageDisposer(descriptor);

    public Func<PageContext, ViewContext, object, ValueTask>? CreateAsyncPageDisposer(CompiledPageActionDescriptor descriptor) => inner.CreateAsyncPageDisposer(descriptor);
}

/// <summary>The same of page models.</summary>
internal sealed class KnownModels(IPageModelActivatorProvider inner) : IPageModelActivatorProvider
{
    private readonly ConcurrentDictionary<Type, Func<PageContext, object>> known = new();

    public Func<PageContext, object> CreateActivator(CompiledPageActionDescriptor descriptor) => known.GetOrAdd(descriptor.ModelTypeInfo!, _ => inner.CreateActivator(descriptor));

    public Action<PageContext, object>? CreateReleaser(CompiledPageActionDescriptor descriptor) => inner.CreateReleaser(descriptor);

    public Func<PageContext, object, ValueTask>? CreateAsyncReleaser(CompiledPageActionDescriptor descriptor) => inner.CreateAsyncReleaser(descriptor);
}

internal static class ShortLives
{
    // Sites that answer three requests never earn back what compiling the making of their services costs.
#pragma warning disable CA2255 // this assembly is a program: the test host runs it
    [ModuleInitializer]
    internal static void Begin()
    {
        AppContext.SetSwitch("Microsoft.Extensions.DependencyInjection.DisableDynamicEngine", true);
        // Nobody edits the settings of a test: no thread for each site needs to watch them.
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
    }
#pragma warning restore CA2255
}
