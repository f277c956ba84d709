using System.Text.Json.Serialization;

namespace InferBench.Budgets.Figures;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(BudgetReport))]
internal sealed partial class BudgetsJson : JsonSerializerContext;
