using FreedomPaySandbox.Emulator.Admin.Views;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Emulator.Storage;
using Npgsql;

namespace FreedomPaySandbox.ContractTests.Storage;

public sealed class PostgresAddressTests
{
    private const string Given = "Server=db;Database=sandbox;User Id=me;Password=hush-hush;SSL Mode=Require";

    [Fact]
    public void Nothing_that_is_shown_has_the_password()
    {
        var address = PostgresAddress.TryParse(Given)!;

        Assert.Equal("db:5432/sandbox", $"{address}");
        Assert.Equal("Host=db;Port=5432;Database=sandbox;Username=me", address.Shown);
        Assert.Equal(address.Shown, ConfigView.From(new SandboxSettings { Store = Given }).Store);
    }

    [Fact]
    public void What_was_given_stays_and_what_was_not_is_chosen_with_care()
    {
        var pooled = new NpgsqlConnectionStringBuilder(PostgresAddress.TryParse(Given)!.Pooled);

        Assert.Equal(("hush-hush", SslMode.Require), (pooled.Password, pooled.SslMode));
        Assert.Equal((16, 5, 15), (pooled.MaxPoolSize, pooled.Timeout, pooled.CommandTimeout));
        Assert.Equal(40, new NpgsqlConnectionStringBuilder(PostgresAddress.TryParse(Given + ";Maximum Pool Size=40")!.Pooled).MaxPoolSize);
        Assert.False(new NpgsqlConnectionStringBuilder(PostgresAddress.TryParse(Given)!.Lasting).Pooling);
    }

    [Theory]
    [InlineData("Host=db")]
    [InlineData("Database=sandbox")]
    [InlineData("Host=db;Database=sandbox;Port=many")]
    [InlineData("Host=db;Database=sandbox;Colour=blue")]
    [InlineData("=")]
    public void What_does_not_say_which_database_is_none(string text) => Assert.Null(PostgresAddress.TryParse(text));
}
