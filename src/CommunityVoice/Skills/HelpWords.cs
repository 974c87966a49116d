namespace CommunityVoice.Skills;

/// <summary>How it stands between somebody and an action, in words for either side.</summary>
public static class HelpWords
{
    extension(Helper helper)
    {
        /// <summary>For the person.</summary>
        public string Words() => helper.Answer switch
        {
            null => "You are asked",
            HelpAnswer.Name => "You would like to help",
            HelpAnswer.Address => "They can write to you",
            _ => "You said no",
        };

        /// <summary>For whoever owns the action.</summary>
        public string StaffWords() => helper.Answer switch
        {
            null => "Asked, no answer yet",
            HelpAnswer.Name => "Would like to help",
            HelpAnswer.Address => "Would like to help, and can be written to",
            _ => "Would rather not",
        };
    }
}
