using System.Text.Json;
using System.Text.Json.Serialization;

namespace InferBench.Core.Json;

/// <summary>Enumeration values as words: <c>timed-out</c>; numbers are refused.</summary>
public sealed class KebabCaseEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
