namespace CommunityVoice.Voting;

/// <summary>Who is in which opinion group, as seventeen bytes a person: the participant's id and the group's letter. Kept for the next update, never shown.</summary>
internal static class OpinionMembers
{
    private const int Length = 17;

    public static byte[] Write(IReadOnlyDictionary<Guid, char> members)
    {
        var bytes = new byte[members.Count * Length];
        foreach (var (at, member) in members.OrderBy(m => m.Key).Index())
        {
            member.Key.TryWriteBytes(bytes.AsSpan(at * Length));
            bytes[at * Length + 16] = (byte)member.Value;
        }
        return bytes;
    }

    public static IReadOnlyDictionary<Guid, char> Read(byte[]? bytes)
    {
        var members = new Dictionary<Guid, char>();
        for (var at = 0; at + Length <= (bytes?.Length ?? 0); at += Length) members.Add(new Guid(bytes.AsSpan(at, 16)), (char)bytes![at + 16]);
        return members;
    }
}
