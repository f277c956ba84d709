namespace InferBench.Reporting.Reports.Blocks;

/// <summary>A piece of a section, apart from the format that it is written in. Text in it is as it came: whoever writes it escapes it.</summary>
internal interface IReportBlock;
