using CommunityVoice.Markup;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace CommunityVoice.Web.TagHelpers;

/// <summary>
/// Reads a text as it will be kept: cleaned, its characters whole. So rules ask of that whether it is anything and how long it is;
/// the page shows again what was typed.
/// </summary>
public sealed class CleanTextModelBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var typed = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (typed == ValueProviderResult.None) return Task.CompletedTask;
        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, typed);
        var text = CleanText.Of(typed.FirstValue);
        bindingContext.Result = ModelBindingResult.Success(text.Length == 0 && bindingContext.ModelMetadata.ConvertEmptyStringToNull ? null : text);
        return Task.CompletedTask;
    }
}

/// <summary>Hands the texts of forms to <see cref="CleanTextModelBinder"/>; parts of an address stay as they are.</summary>
public sealed class CleanTextModelBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.MetadataKind == ModelMetadataKind.Property && context.Metadata.ModelType == typeof(string) ? new CleanTextModelBinder() : null;
}
