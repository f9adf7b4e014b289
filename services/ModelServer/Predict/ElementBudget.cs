using LabelPlatform.SavedModels;

namespace LabelPlatform.ModelServer.Predict;

/// <summary>How many elements the tensors of a request may still have.</summary>
internal sealed class ElementBudget(int limit)
{
    private long _left = limit;

    /// <exception cref="SavedModelException">There are not so many left.</exception>
    public void Take(long elements)
    {
        _left -= elements;
        if (_left < 0)
        {
            throw new SavedModelException(
                StatusCode.InvalidArgument, $"The inputs have more than {limit} elements (option MaxElements); send them in several requests.");
        }
    }
}
