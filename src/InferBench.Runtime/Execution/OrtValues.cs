using System.Globalization;
using InferBench.Core.Errors;
using InferBench.Models.Onnx;
using InferBench.Models.Tensors;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace InferBench.Runtime.Execution;

/// <summary>Plain data to ONNX Runtime's values, and back.</summary>
internal static class OrtValues
{
    private const int MostItems = 1 << 20;

    /// <summary>A value of the caller's own, with a copy of the data.</summary>
    public static OrtValue From(HostValue value) => value switch
    {
        HostTensor { Strings: { } strings } tensor => FromStrings(strings, tensor.Dims),
        HostTensor tensor => FromNumbers(tensor),
        HostSequence sequence => FromSequence(sequence),
        HostMap map => FromMap(map),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "Not a kind of value."),
    };

    /// <summary>Copies what the model returned.</summary>
    /// <exception cref="BadInputException">It is of a kind or type that is not read, or too large.</exception>
    public static HostValue Read(OrtValue value, string name) => value.OnnxType switch
    {
        OnnxValueType.ONNX_TYPE_TENSOR => ReadTensor(value, name),
        OnnxValueType.ONNX_TYPE_SEQUENCE => ReadSequence(value, name),
        OnnxValueType.ONNX_TYPE_MAP => ReadMap(value, name),
        _ => throw new BadInputException($"output {name}: the model returned a sparse tensor, an optional or nothing, which is not read"),
    };

    private static OrtValue FromNumbers(HostTensor tensor)
    {
        var value = OrtValue.CreateAllocatedTensorValue(OrtAllocator.DefaultInstance, (TensorElementType)tensor.ElementType, [.. tensor.Dims]);
        if (tensor.ElementCount > 0)
        {
            tensor.Bytes.CopyTo(value.GetTensorMutableRawData());
        }

        return value;
    }

    private static OrtValue FromStrings(IReadOnlyList<string> strings, IReadOnlyList<long> dims)
    {
        var value = OrtValue.CreateTensorWithEmptyStrings(OrtAllocator.DefaultInstance, [.. dims]);
        for (var i = 0; i < strings.Count; i++)
        {
            value.StringTensorSetElementAt(strings[i].AsSpan(), i);
        }

        return value;
    }

    private static OrtValue FromSequence(HostSequence sequence)
    {
        var items = new List<OrtValue>();
        try
        {
            items.AddRange(sequence.Items.Select(From));
            return OrtValue.CreateSequence(items);
        }
        finally
        {
            // Empty once the sequence owns them.
            items.ForEach(item => item.Dispose());
        }
    }

    private static OrtValue FromMap(HostMap map)
    {
        OrtValue? keys = null, values = null;
        try
        {
            (keys, values) = (From(map.Keys), From(map.Values));
            return OrtValue.CreateMap(ref keys, ref values);
        }
        finally
        {
            // Null once the map owns them.
            keys?.Dispose();
            values?.Dispose();
        }
    }

    private static HostTensor ReadTensor(OrtValue value, string name)
    {
        var info = value.GetTensorTypeAndShape();
        var type = (OnnxElementType)info.ElementDataType;
        var dims = info.Shape;
        if (!type.IsOnHost())
        {
            throw new BadInputException($"output {name}: elements of type {type.Name()} are not read");
        }

        if (TensorShape.Elements(type, dims) is not { } elements)
        {
            throw new BadInputException(string.Create(
                CultureInfo.InvariantCulture, $"output {name}: {type.Name()}[{TensorShape.Text(dims)}] is larger than {TensorShape.MostBytes >> 30} GiB"));
        }

        return type == OnnxElementType.String
            ? HostTensor.OfStrings(dims, value.GetStringTensorAsArray())
            : HostTensor.OfBytes(type, dims, elements == 0 ? [] : value.GetTensorMutableRawData().ToArray());
    }

    private static HostSequence ReadSequence(OrtValue value, string name)
    {
        var count = value.GetValueCount();
        if (count > MostItems)
        {
            throw new BadInputException(string.Create(CultureInfo.InvariantCulture, $"output {name}: a sequence of {count} is longer than {MostItems}"));
        }

        var items = new List<HostValue>(count);
        for (var i = 0; i < count; i++)
        {
            using var item = value.GetValue(i, OrtAllocator.DefaultInstance);
            items.Add(Read(item, name));
        }

        return new HostSequence(items);
    }

    private static HostMap ReadMap(OrtValue value, string name)
    {
        using var keys = value.GetValue(0, OrtAllocator.DefaultInstance);
        using var values = value.GetValue(1, OrtAllocator.DefaultInstance);
        return values.OnnxType == OnnxValueType.ONNX_TYPE_TENSOR
            ? new HostMap(ReadTensor(keys, name), ReadTensor(values, name))
            : throw new BadInputException($"output {name}: a map to anything but single elements is not read");
    }
}
