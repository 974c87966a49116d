using System.Text.Encodings.Web;
using System.Text.Json;
using CommunityVoice.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Account;

/// <summary>Hands a person a file with everything held about them.</summary>
[Authorize]
public sealed class DataModel(UserManager<Person> people, PersonalData data) : PageModel
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await people.GetUserAsync(User) is not { } person) return NotFound();
        return File(JsonSerializer.SerializeToUtf8Bytes(await data.OfAsync(person, ct), Readable), "application/json", "what-we-hold-about-you.json");
    }
}
