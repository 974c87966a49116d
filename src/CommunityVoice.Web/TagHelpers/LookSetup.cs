using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.WebEncoders;

namespace CommunityVoice.Web.TagHelpers;

/// <summary>Sets up what pages need to look and read alike.</summary>
public static class LookSetup
{
    public static IMvcBuilder AddLook(this IMvcBuilder pages, IConfiguration configuration)
    {
        pages.Services.AddOptions<SiteOptions>().Bind(configuration.GetSection("Site")).ValidateDataAnnotations().ValidateOnStart();
        // Letters of every language, and our own quotation marks, as they are: shorter pages, and readable source.
        pages.Services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        return pages.AddMvcOptions(mvc =>
        {
            mvc.ModelBinderProviders.Insert(0, new DatePartsModelBinderProvider());
            mvc.ModelBinderProviders.Insert(0, new CleanTextModelBinderProvider());
            mvc.ModelMetadataDetailsProviders.Add(new PlainWords());
            UsePlainWords(mvc.ModelBindingMessageProvider);
        });
    }

    private static void UsePlainWords(DefaultModelBindingMessageProvider words)
    {
        words.SetValueMustNotBeNullAccessor(_ => "Enter an answer");
        words.SetMissingBindRequiredValueAccessor(name => $"Enter {name}");
        words.SetMissingKeyOrValueAccessor(() => "Enter an answer");
        words.SetMissingRequestBodyRequiredValueAccessor(() => "Enter an answer");
        words.SetAttemptedValueIsInvalidAccessor((value, name) => $"{name} cannot be “{value}”. Check it and try again");
        words.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"This cannot be “{value}”. Check it and try again");
        words.SetUnknownValueIsInvalidAccessor(name => $"{name} could not be read. Check it and try again");
        words.SetNonPropertyUnknownValueIsInvalidAccessor(() => "This could not be read. Check it and try again");
        words.SetValueIsInvalidAccessor(value => $"This cannot be “{value}”. Check it and try again");
        words.SetValueMustBeANumberAccessor(name => $"{name} must be a number, such as 5");
        words.SetNonPropertyValueMustBeANumberAccessor(() => "This must be a number, such as 5");
    }
}
