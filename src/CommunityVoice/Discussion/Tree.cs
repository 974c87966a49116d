namespace CommunityVoice.Discussion;

/// <summary>Puts the comments of one thread in reading order: each answer below what it answers, older before newer.</summary>
public static class Tree
{
    /// <summary>What answers something that is not here follows the first comment, so nothing is dropped.</summary>
    public static List<CommentRow> InReadingOrder(IReadOnlyList<CommentRow> thread)
    {
        var here = thread.Select(c => c.Id).ToHashSet();
        var answers = thread.Skip(1).OrderBy(c => c.Id).ToLookup(c => c.ParentId is { } parent && here.Contains(parent) ? parent : thread[0].Id);
        var ordered = new List<CommentRow>(thread.Count);
        var waiting = new Stack<CommentRow>([thread[0]]); // not recursive: a chain of answers may be long
        while (waiting.TryPop(out var comment))
        {
            ordered.Add(comment);
            foreach (var answer in answers[comment.Id].Reverse()) waiting.Push(answer);
        }
        return ordered;
    }
}
