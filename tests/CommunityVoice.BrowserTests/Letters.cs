using System.Text.RegularExpressions;

namespace CommunityVoice.BrowserTests;

/// <summary>The e-mail files, and the texts, that the site leaves in its pickup folders, as a person's mail program or telephone would show them.</summary>
public sealed partial class Letters(string folder)
{
    private readonly HashSet<string> read = new(StringComparer.Ordinal);

    /// <summary>Waits for a letter to this address that was not read before, and answers its words.</summary>
    public async Task<string> NextToAsync(string address)
    {
        for (var left = 200; left > 0; left--)
        {
            foreach (var file in Files().Where(f => !read.Contains(f)))
            {
                var letter = await File.ReadAllTextAsync(file);
                if (!letter.Contains("\n\n", StringComparison.Ordinal) && !letter.Contains("\r\n\r\n", StringComparison.Ordinal)) continue; // still being written
                if (!letter.Contains(address, StringComparison.OrdinalIgnoreCase)) continue;
                read.Add(file);
                return Decode(letter);
            }
            await Task.Delay(100);
        }
        throw new InvalidOperationException($"No new letter to {address} in {folder}.");
    }

    /// <summary>The six-digit code in the next letter to this address.</summary>
    public async Task<string> NextCodeToAsync(string address)
    {
        var letter = await NextToAsync(address);
        var code = CodePattern().Match(letter);
        Assert.True(code.Success, $"The letter holds no six-digit code:\n{letter}");
        return code.Value;
    }

    private IEnumerable<string> Files() => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => f.EndsWith(".eml", StringComparison.Ordinal) || f.EndsWith(".txt", StringComparison.Ordinal)).OrderBy(File.GetLastWriteTimeUtc)
        : [];

    private static string Decode(string letter)
    {
        var (head, body) = letter.ReplaceLineEndings("\n").Split("\n\n", 2) is [var h, var b] ? (h, b) : (letter, "");
        if (BoundaryPattern().Match(head) is { Success: true } boundary)
        {
            var parts = body.Split("--" + boundary.Groups["text"].Value).Select(p => p.TrimStart('\n')).Where(p => p.Contains("\n\n", StringComparison.Ordinal));
            return string.Join('\n', parts.Select(Decode));
        }
        if (head.Contains("base64", StringComparison.OrdinalIgnoreCase)) return Encoding.UTF8.GetString(Convert.FromBase64String(body));
        return head.Contains("quoted-printable", StringComparison.OrdinalIgnoreCase) ? FromQuotedPrintable(body) : body;
    }

    private static string FromQuotedPrintable(string body) => Encoding.UTF8.GetString([.. Bytes(body.Replace("=\n", "", StringComparison.Ordinal))]);

    private static IEnumerable<byte> Bytes(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=' && i + 2 < text.Length)
            {
                yield return Convert.ToByte(text.Substring(i + 1, 2), 16);
                i += 2;
            }
            else
            {
                yield return (byte)text[i];
            }
        }
    }

    [GeneratedRegex(@"\b\d{6}\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CodePattern();

    [GeneratedRegex("boundary=\"?(?<text>[^\";\n]+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BoundaryPattern();
}
