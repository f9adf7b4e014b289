using LabelPlatform.LabelGraph.Changes;
using Microsoft.Data.Sqlite;

namespace LabelPlatform.LabelGraph.Stores;

/// <summary>The statements of one write to the embedded store, in its transaction.</summary>
internal sealed class SqliteLabelGraphWrite(SqliteConnection connection, SqliteTransaction transaction, CancellationToken cancelled)
{
    private const string IdOf = "(SELECT id FROM label WHERE title = ";
    private static readonly string[] ParameterNames = ["$a", "$b", "$c"];

    public void Write(LabelGraphChanges changes)
    {
        ForEach(
            changes.WordsRemoved,
            $"DELETE FROM related WHERE label_id = {IdOf}$a) AND word = $b",
            (relation, values) => (values[0].Value, values[1].Value) = (relation.Label, relation.Word));
        ForEach(
            changes.EdgesRemoved,
            $"DELETE FROM contain WHERE parent_id = {IdOf}$a) AND child_id = {IdOf}$b)",
            (edge, values) => (values[0].Value, values[1].Value) = (edge.Parent, edge.Child));
        ForEach(
            changes.LabelsRemoved,
            "DELETE FROM label WHERE title = $a",
            (title, values) => values[0].Value = title);
        ForEach(
            changes.LabelsAdded,
            "INSERT INTO label (title) VALUES ($a)",
            (title, values) => values[0].Value = title);
        ForEach(
            changes.EdgesAdded,
            $"INSERT INTO contain (parent_id, child_id) VALUES ({IdOf}$a), {IdOf}$b))",
            (edge, values) => (values[0].Value, values[1].Value) = (edge.Parent, edge.Child));
        ForEach(
            changes.WordsPut,
            $"INSERT OR REPLACE INTO related (label_id, word, weight) VALUES ({IdOf}$a), $b, $c)",
            (relation, values) => (values[0].Value, values[1].Value, values[2].Value) = (relation.Label, relation.Word, relation.Weight));
        ForEach<long>([1], "UPDATE label_graph SET version = version + $a", (step, values) => values[0].Value = step);
    }

    private void ForEach<T>(IReadOnlyList<T> items, string sql, Action<T, SqliteParameterCollection> bind)
    {
        if (items.Count == 0)
            return;
        using var command = new SqliteCommand(sql, connection, transaction);
        foreach (var name in ParameterNames.Where(sql.Contains))
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        command.Prepare();
        foreach (var item in items)
        {
            cancelled.ThrowIfCancellationRequested();
            bind(item, command.Parameters);
            command.ExecuteNonQuery();
        }
    }
}
