using System.Reflection;
using System.Text.RegularExpressions;
using CommunityVoice.Analysis.Text;
using CommunityVoice.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Tests.Architecture;

/// <summary>The shape of the code: which way arrows point, and what is never written.</summary>
public sealed class ArchitectureTests
{
    private const int LongestFile = 300;
    private const int LongestPageModel = 80;
    private static readonly string[] Folders = ["src", "tests", "wwwroot-assets"];
    private static readonly Assembly Domain = typeof(CommunityVoiceDb).Assembly;
    private static readonly Assembly Analysis = typeof(PersonalDetails).Assembly;
    private static readonly Assembly Web = typeof(Program).Assembly;

    [Fact]
    public void Analysis_stands_alone() =>
        Assert.DoesNotContain(Names(Analysis), n => n.StartsWith("CommunityVoice", StringComparison.Ordinal)
            || n.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) || n.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));

    [Fact]
    public void The_domain_knows_no_page_and_no_request()
    {
        Assert.DoesNotContain(Names(Domain), n => n.StartsWith("CommunityVoice.", StringComparison.Ordinal) && n != Analysis.GetName().Name);
        Assert.DoesNotContain(Names(Domain), n => n.StartsWith("Microsoft.AspNetCore.Http", StringComparison.Ordinal)
            || n.StartsWith("Microsoft.AspNetCore.Mvc", StringComparison.Ordinal) || n.StartsWith("Microsoft.AspNetCore.Routing", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_posting_handler_answers_with_a_result() => Assert.Empty(
        from page in Web.GetTypes()
        where page.IsSubclassOf(typeof(PageModel))
        from handler in page.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where handler.Name.StartsWith("OnPost", StringComparison.Ordinal) || (handler.Name.StartsWith("OnGet", StringComparison.Ordinal)
            && handler.GetParameters().Any(p => p.ParameterType != typeof(CancellationToken) && !p.HasDefaultValue && Nullable.GetUnderlyingType(p.ParameterType) is null
                && new NullabilityInfoContext().Create(p).WriteState == NullabilityState.NotNull))
        where handler.ReturnType != typeof(Task<IActionResult>) && handler.ReturnType != typeof(IActionResult)
        select $"{page.Name}.{handler.Name} answers {handler.ReturnType.Name}");

    [Fact]
    public void Page_models_derive_from_PageModel_itself() =>
        Assert.DoesNotContain(Web.GetTypes(), t => t.IsSubclassOf(typeof(PageModel)) && t.BaseType != typeof(PageModel));

    [Fact]
    public void No_file_is_long() => Assert.Empty(Sources("*.cs", "*.cshtml", "*.scss", "*.js", "*.mjs", "*.sh")
        .Where(f => File.ReadLines(f).Count() > (f.EndsWith(".cshtml.cs", StringComparison.Ordinal) ? LongestPageModel : LongestFile))
        .Select(f => $"{Path.GetRelativePath(Repository.Root, f)} has {File.ReadLines(f).Count()} lines"));

    [Fact]
    public void Bodies_that_change_by_law_are_data_and_never_words_in_code() => AssertNowhere(
        new Regex(@"\b(Health" + @"watch|I" + @"CP|Integrated Care P" + @"artnership)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)),
        except: f => f.Contains("/tests/CommunityVoice.Tests/Content/", StringComparison.Ordinal), "*.cs", "*.cshtml", "*.scss", "*.js");

    [Fact]
    public void No_view_writes_raw_markup() => AssertNowhere(new Regex(@"Html\.Raw|HtmlString\(", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)), except: null, "*.cshtml");

    [Fact]
    public void No_script_needs_eval() => AssertNowhere(
        new Regex(@"hx-on|hx-(vals|headers)=.js:|hx-trigger=""[^""]*\[|new Function\(|\beval\(", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)), except: null, "*.cshtml", "*.js");

    [Fact]
    public void No_page_says_what_the_style_forbids() => AssertNowhere(
        new Regex(@">[^<@{}]*\b(please|oops|invalid|submit)\b[^<@{}]*<", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)), except: null, "*.cshtml");

    private static IEnumerable<string> Names(Assembly assembly) => assembly.GetReferencedAssemblies().Select(a => a.Name!);

    private static void AssertNowhere(Regex pattern, Func<string, bool>? except, params string[] kinds) => Assert.Empty(
        from file in Sources(kinds)
        where except?.Invoke(file) != true
        from match in pattern.Matches(File.ReadAllText(file))
        select $"{Path.GetRelativePath(Repository.Root, file)}: {match.Value}");

    private static IEnumerable<string> Sources(params string[] kinds) =>
        from folder in Folders
        from kind in kinds
        from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), kind, SearchOption.AllDirectories)
        where !Regex.IsMatch(file, "/(bin|obj|node_modules|wwwroot|results|Migrations)/", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
        select file;
}
