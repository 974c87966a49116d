using CommunityVoice.Web.Wiring;

namespace CommunityVoice.Web.Verbs;

/// <summary>Tells the words of a verb from its options.</summary>
internal static class Arguments
{
    /// <summary>Options are <c>--name value</c>, of the names known; all else are words.</summary>
    public static (List<string> Words, Dictionary<string, string> Options) Read(string[] args, params string[] known)
    {
        var (words, options) = (new List<string>(), new Dictionary<string, string>(StringComparer.Ordinal));
        for (var i = 0; i < args.Length; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal)) words.Add(args[i]);
            else if (!known.Contains(args[i], StringComparer.Ordinal)) throw new StartProblem($"There is no option {args[i]} here. Known: {string.Join(", ", known)}.");
            else if (i + 1 == args.Length) throw new StartProblem($"{args[i]} needs a value after it.");
            else options[args[i]] = args[++i];
        }
        return (words, options);
    }
}
