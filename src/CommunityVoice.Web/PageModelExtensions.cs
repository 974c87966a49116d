using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web;

/// <summary>Answers that several pages give in the same way.</summary>
public static class PageModelExtensions
{
    /// <summary>Shows the page again with its errors, as status 422, so that nothing takes it for a success.</summary>
    public static PageResult PageWithErrors(this PageModel page)
    {
        var result = page.Page();
        result.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return result;
    }
}
