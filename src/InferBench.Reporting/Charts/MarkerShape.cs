namespace InferBench.Reporting.Charts;

internal enum MarkerShape
{
    Circle,
    Square,
    TriangleUp,
    Diamond,
    TriangleDown,
    Hexagon,
    Plus,
    Cross,
}
