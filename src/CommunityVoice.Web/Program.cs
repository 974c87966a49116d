using CommunityVoice.Web.Verbs;
using CommunityVoice.Web.Wiring;

try
{
    var verb = Verb.Asked(args);
    var builder = WebApplication.CreateBuilder(verb is null ? args : []);
    builder.AddCommunityVoice();
    var app = builder.Build();
    if (verb is not null) return await verb.RunAsync(app.Services, args);

    app.UseCommunityVoice();
    await app.PrepareAsync();
    await app.RunAsync();
    return 0;
}
catch (Exception e) when (StartProblem.Sentence(e) is { } sentence)
{
    await Console.Error.WriteLineAsync(sentence);
    return 1;
}

/// <summary>The site's entry point; tests start the site through it.</summary>
public partial class Program;
