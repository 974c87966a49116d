using System.Text.Encodings.Web;
using System.Text.Json;
using CommunityVoice.Discussion;
using CommunityVoice.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Account;

/// <summary>Hands a person a file with everything held about them.</summary>
[Authorize]
public sealed class DataModel(UserManager<Person> people, PersonalData data, EqualityAnswers equality) : PageModel
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await people.GetUserAsync(User) is not { } person) return NotFound();
        var all = await data.OfAsync(person, ct);
        if (await equality.AllOfAsync(person.Id, ct) is [_, ..] told) all[nameof(EqualityAnswer)] = told; // no mark leads there
        return File(JsonSerializer.SerializeToUtf8Bytes(all, Readable), "application/json", "what-we-hold-about-you.json");
    }
}
