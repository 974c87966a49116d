namespace CommunityVoice.Tests;

/// <summary>A test on the real data sets that lie beside the project; where they are absent it is shown as skipped.</summary>
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute()
    {
        if (Repository.SharedData is null) Skip = "The folder shared/data is not beside the project.";
    }
}

/// <summary>A theory on the real data sets that lie beside the project; where they are absent it is shown as skipped.</summary>
public sealed class SharedDataTheoryAttribute : TheoryAttribute
{
    public SharedDataTheoryAttribute()
    {
        if (Repository.SharedData is null) Skip = "The folder shared/data is not beside the project.";
    }
}
