using CommunityVoice.Consultations;

namespace CommunityVoice.Web.Pages.Manage.Consultations;

/// <summary>What staff call the things that are assessed before they are published.</summary>
public static class DatasetWords
{
    public static string Title(this Dataset dataset) => dataset switch
    {
        Dataset.Breakdowns => "Results by voice, neighbourhood and way of taking part",
        Dataset.Heard => "Who was heard, by voice and way",
        _ => "The file of all comments",
    };

    /// <summary>What the public does not see before.</summary>
    public static string Waiting(this Dataset dataset) => dataset switch
    {
        Dataset.Breakdowns => "Results of votes are shown for everybody together, and not by voice, by neighbourhood, by way of taking part or reweighted.",
        Dataset.Heard => "The page says how many people were heard, and not in which voices or how they told us.",
        _ => "Each comment can be read on its page, and nobody can download them all.",
    };
}
