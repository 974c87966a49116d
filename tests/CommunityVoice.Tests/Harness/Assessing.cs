using CommunityVoice.Consultations;

namespace CommunityVoice.Tests;

/// <summary>Assesses what could tell of single people, for tests that are about something else.</summary>
public static class Assessing
{
    public static Task AssessAsync(this Site site, long consultationId, Dataset dataset) => site.AssessAsync(consultationId, dataset, DisclosureRisk.Low);

    public static async Task AssessAsync(this Site site, long consultationId, Dataset dataset, DisclosureRisk sensitivity, bool may = true)
    {
        var by = await site.SaveAsync(A.Person("Tom W"));
        await site.SaveAsync(new DisclosureAssessment(consultationId, dataset, new(96_400, sensitivity, DisclosureRisk.Low, "Large neighbourhoods."), may, by.Id, site.Now));
    }
}
