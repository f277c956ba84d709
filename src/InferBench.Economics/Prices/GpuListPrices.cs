namespace InferBench.Economics.Prices;

/// <summary>
/// One on-demand price for each GPU that people ask about, only to have a default that can be checked. Prices of the same chip differ by
/// a factor of four between providers in one week, so whoever publishes a figure should give a price of their own.
/// </summary>
internal static class GpuListPrices
{
    private const string DataReceipts = "RunPod on demand (secure), as collected in github.com/datareceipts/data-receipts 109-gpu-pricing";
    private const string Modal = "Modal serverless, billed per second, from its price page";
    private const string Spheron = "Spheron on demand, spheron.network/blog/rtx-5090-vs-rtx-4090";

    private static readonly IReadOnlyList<GpuListPrice> Listed =
    [
        new(["H100", "NVL"], 3.19, DataReceipts, new(2026, 11, 9)),
        new(["H100", "PCIe"], 2.89, DataReceipts, new(2026, 11, 9)),
        new(["H100", "HBM3"], 3.99, DataReceipts, new(2026, 11, 9)),
        new(["H200"], 3.99, "Hyperstack on demand, as collected in github.com/renshuBTC/compute-screener", new(2026, 10, 24)),
        new(["B200"], 6.69, "Lambda on demand in a node of eight, as collected in github.com/api-evangelist/lambda-labs", new(2026, 9, 20)),
        new(["A100", "40GB"], 1.99, "Lambda on demand, as collected in github.com/datareceipts/data-receipts 109-gpu-pricing", new(2026, 11, 16)),
        new(["A100", "80GB"], 1.79, DataReceipts, new(2026, 11, 9)),
        new(["L40S"], 0.72, Spheron, new(2026, 5, 3)),
        new(["L4"], 0.80, Modal, new(2026, 5, 7)),
        new(["T4"], 0.59, Modal, new(2026, 5, 7)),
        new(["RTX", "5090"], 0.86, Spheron, new(2026, 5, 3)),
        new(["RTX", "4090"], 0.53, Spheron, new(2026, 5, 3)),
        new(["RTX", "3090"], 0.18, "OpenRelay on demand, as collected in github.com/api-evangelist/openrelay", new(2026, 9, 20)),
    ];

    /// <param name="productName">The driver's name, such as "NVIDIA A100-SXM4-80GB".</param>
    public static GpuListPrice? Find(string productName)
    {
        // Whole words: "GB200" is another product than "B200", and "L4" is no part of "L40S".
        var words = productName.Split([' ', '-', '_'], StringSplitOptions.RemoveEmptyEntries);
        return Listed.FirstOrDefault(price => price.NameWords.All(word => words.Contains(word, StringComparer.OrdinalIgnoreCase)));
    }
}
