using System.Security.Cryptography;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Bundles;

/// <summary>
/// Numbers that stand for accounts in a bundle. Only this site's key leads from an account to its number; whoever came with a bundle, and so has no
/// address, keeps theirs, so that a place can travel on.
/// </summary>
internal sealed class Pseudonyms(byte[] key, IReadOnlySet<Guid> came)
{
    public const string KeyName = "bundle";

    public static async Task<Pseudonyms> LoadAsync(CommunityVoiceDb db, ServerKeys keys, CancellationToken ct) =>
        new(await keys.GetAsync(KeyName, ct), await db.People.Where(p => p.Email == null).Select(p => p.Id).ToHashSetAsync(ct));

    public Guid Of(Guid person)
    {
        if (came.Contains(person)) return person;
        var bytes = HMACSHA256.HashData(key, person.ToByteArray(bigEndian: true)).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80); // version 8: made by a rule of one's own
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
