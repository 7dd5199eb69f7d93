namespace FreedomPaySandbox.ContractTests.Postgres;

/// <summary>On a class whose inherited tests run on PostgreSQL: where there is none, they are skipped.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsPostgresAttribute : Attribute;
