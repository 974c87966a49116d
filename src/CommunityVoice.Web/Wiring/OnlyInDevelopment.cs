using CommunityVoice.Web.Account;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace CommunityVoice.Web.Wiring;

/// <summary>Takes the addresses from pages that exist in Development only.</summary>
internal sealed class OnlyInDevelopment : IPageRouteModelConvention
{
    public void Apply(PageRouteModel model)
    {
        if (model.ViewEnginePath.StartsWith(DemoRoles.PagesFolder, StringComparison.Ordinal)) model.Selectors.Clear();
    }
}
