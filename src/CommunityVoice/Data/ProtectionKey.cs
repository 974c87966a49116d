using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Data;

/// <summary>One key that protects cookies and tokens, shared by every web node.</summary>
public sealed class ProtectionKey : INeverOnCachedPages
{
    private ProtectionKey() { } // EF Core

    public ProtectionKey(string name, string xml) => (Name, Xml) = (name, xml);

    public long Id { get; private set; }
    public string Name { get; private set; } = "";
    public string Xml { get; private set; } = "";
}

internal sealed class ProtectionKeyConfiguration : IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<ProtectionKey> key)
    {
        key.Property(k => k.Name).HasMaxLength(200);
        key.HasIndex(k => k.Name).IsUnique();
    }
}
