namespace FreedomPaySandbox.ContractTests.Postgres;

/// <summary>A test with a PostgreSQL server that it stops and starts; skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ClusterFactAttribute : FactAttribute
{
    public ClusterFactAttribute() => Skip = PostgresBinaries.Missing;
}
