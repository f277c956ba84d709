using System.Globalization;
using System.Text;
using InferBench.Core.Errors;
using InferBench.Core.Runs;
using InferBench.Reporting.Reports;
using Microsoft.Data.Sqlite;

namespace InferBench.Reporting.Export;

/// <summary>
/// Many runs in one SQLite file, for those who ask across them: a table <c>cells</c> with the columns of <c>cells.csv</c>, and a table <c>runs</c>. A run that is
/// there already is replaced, so the same export may be repeated. Values are bound, never written into a statement.
/// </summary>
public sealed class RunsDatabase : IDisposable
{
    private const int NotADatabase = 26;

    private readonly SqliteConnection _connection;
    private readonly string _file;

    private RunsDatabase(SqliteConnection connection, string file)
    {
        (_connection, _file) = (connection, file);
    }

    /// <param name="file">The database; made where it is missing.</param>
    /// <exception cref="BadInputException">The file is there and is no SQLite database, or it cannot be opened.</exception>
    public static RunsDatabase Open(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.GetFullPath(file), Pooling = false }.ToString());
        try
        {
            connection.Open();
            var database = new RunsDatabase(connection, file);
            database.Execute(
                "CREATE TABLE IF NOT EXISTS runs (run_id TEXT PRIMARY KEY, started_at_utc TEXT NOT NULL, digest TEXT, complete INTEGER NOT NULL, plan_launches INTEGER, "
                + "inferbench_version TEXT NOT NULL, git_commit TEXT, cpu TEXT, logical_cores INTEGER NOT NULL, onnxruntime_version TEXT, "
                + "price_usd_per_hour REAL NOT NULL, price_assumed INTEGER NOT NULL, price_source TEXT NOT NULL, price_as_of TEXT)");
            database.Execute("CREATE TABLE IF NOT EXISTS cells (run_id TEXT NOT NULL, cell_key TEXT NOT NULL, PRIMARY KEY (run_id, cell_key))");
            return database;
        }
        catch (SqliteException problem)
        {
            connection.Dispose();
            throw Unusable(file, problem);
        }
    }

    /// <summary>Adds a run, or replaces it; all of it or nothing.</summary>
    public void Add(RunDocument run)
    {
        try
        {
            using var transaction = _connection.BeginTransaction();
            Remove("cells", run.RunId);
            Remove("runs", run.RunId);
            Insert("runs", Header(run));
            var columns = CsvColumns.Of(run, CellKinds.Of(run));
            AddMissing(columns.Select(column => column.Name));
            foreach (var cell in run.Cells)
            {
                Insert("cells", [.. columns.Select(column => (column.Name, column.Value(cell)))]);
            }

            transaction.Commit();
        }
        catch (SqliteException problem)
        {
            throw Unusable(_file, problem);
        }
    }

    public void Dispose() => _connection.Dispose();

    private static List<(string Name, object? Value)> Header(RunDocument run) =>
    [
        ("run_id", run.RunId),
        ("started_at_utc", run.StartedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
        ("digest", run.Digest),
        ("complete", run.Complete),
        ("plan_launches", run.Plan.Launches),
        ("inferbench_version", run.Tool.Version),
        ("git_commit", run.Tool.GitCommit),
        ("cpu", run.Environment.CpuModel),
        ("logical_cores", run.Environment.LogicalCores),
        ("onnxruntime_version", run.Environment.OnnxRuntime),
        ("price_usd_per_hour", run.Price.UsdPerHour),
        ("price_assumed", run.Price.Assumed),
        ("price_source", run.Price.Source),
        ("price_as_of", run.Price.AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
    ];

    /// <summary>One-shot models and decoders have columns of their own, and a later version may have more.</summary>
    private void AddMissing(IEnumerable<string> names)
    {
        var there = new HashSet<string>(StringComparer.Ordinal);
        using (var command = _connection.CreateCommand())
        {
            command.CommandText = "SELECT name FROM pragma_table_info('cells')";
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                there.Add(reader.GetString(0));
            }
        }

        foreach (var name in names.Where(name => !there.Contains(name)))
        {
            Execute($"ALTER TABLE cells ADD COLUMN {Quoted(name)}");
        }
    }

    private void Remove(string table, string run)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = $"DELETE FROM {Quoted(table)} WHERE run_id = $run";
        command.Parameters.AddWithValue("$run", run);
        command.ExecuteNonQuery();
    }

    private void Insert(string table, List<(string Name, object? Value)> values)
    {
        using var command = _connection.CreateCommand();
        var names = new StringBuilder();
        var holes = new StringBuilder();
        for (var i = 0; i < values.Count; i++)
        {
            var hole = string.Create(CultureInfo.InvariantCulture, $"$v{i}");
            names.Append(i == 0 ? "" : ", ").Append(Quoted(values[i].Name));
            holes.Append(i == 0 ? "" : ", ").Append(hole);
            command.Parameters.AddWithValue(hole, values[i].Value switch { null or double.NaN => DBNull.Value, bool flag => flag ? 1 : 0, var value => value });
        }

        command.CommandText = $"INSERT INTO {Quoted(table)} ({names}) VALUES ({holes})";
        command.ExecuteNonQuery();
    }

    private void Execute(string statement)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    /// <summary>Names are our own; they are quoted all the same.</summary>
    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static BadInputException Unusable(string file, SqliteException problem) => new(
        problem.SqliteErrorCode == NotADatabase ? $"{file}: is no SQLite database; name a new file" : $"{file}: cannot be written as a SQLite database: {problem.Message}", problem);
}
