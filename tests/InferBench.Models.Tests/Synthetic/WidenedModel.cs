using System.Runtime.InteropServices;
using Google.Protobuf;
using InferBench.Models.Onnx;
using InferBench.Models.Synthetic;

namespace InferBench.Models.Tests.Synthetic;

/// <summary>A bf16 model with every bf16 tensor, stored or declared, as fp32 of the same numbers: what the CPU can run of it.</summary>
internal static class WidenedModel
{
    public static BuiltModel Write(BuiltModel built, TempFolder folder)
    {
        var data = File.ReadAllBytes(Path.Combine(built.Folder, DecoderPlan.DataFile));
        var model = ModelProto.Parser.ParseFrom(File.ReadAllBytes(built.ModelPath));
        foreach (var tensor in model.Graph.Initializer.Where(tensor => tensor.DataLocation == 1))
        {
            var bytes = Stored(tensor, data);
            if (IsBFloat16(tensor.DataType))
            {
                tensor.DataType = (int)OnnxElementType.Float;
                bytes = MemoryMarshal.AsBytes<uint>(MemoryMarshal.Cast<byte, ushort>(bytes).ToArray().Select(bits => (uint)bits << 16).ToArray()).ToArray();
            }

            tensor.RawData = ByteString.CopyFrom(bytes);
            tensor.ExternalData.Clear();
            tensor.DataLocation = 0;
        }

        foreach (var value in model.Graph.Input.Concat(model.Graph.Output).Where(value => IsBFloat16(value.Type.TensorType.ElemType)))
        {
            value.Type.TensorType.ElemType = (int)OnnxElementType.Float;
        }

        var path = folder.File("widened.onnx");
        File.WriteAllBytes(path, model.ToByteArray());
        return built with { ModelPath = path };
    }

    private static bool IsBFloat16(int type) => type == (int)OnnxElementType.BFloat16;

    private static byte[] Stored(TensorProto tensor, byte[] data)
    {
        var place = tensor.ExternalData.ToDictionary(entry => entry.Key, entry => entry.Value);
        return data.AsSpan(int.Parse(place["offset"], System.Globalization.CultureInfo.InvariantCulture), int.Parse(place["length"], System.Globalization.CultureInfo.InvariantCulture)).ToArray();
    }
}
