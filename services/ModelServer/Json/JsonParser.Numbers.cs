namespace LabelPlatform.ModelServer.Json;

/// <content>Numbers.</content>
internal ref partial struct JsonParser
{
    private const int MaxFastDigits = 18;

    /// <summary>
    /// Takes whole numbers that follow one another in an array, all but the last: most of what comes are lists of token ids, and this
    /// halves their time.
    /// </summary>
    /// <returns>Whether there were any, so that another value must follow.</returns>
    private bool TakeIntegers()
    {
        if (_container == NoContainer || _inObject)
            return false;

        var text = _text[_position..];
        var start = 0;
        while (true)
        {
            var position = start;
            var value = 0L;
            while ((uint)position < (uint)text.Length && text[position] - (uint)'0' is var digit and <= 9)
            {
                value = (value * 10) + digit;
                position++;
            }

            // All else is for the general way: the end of the list, a leading zero, signs, fractions, long numbers, other space.
            if (position - start is 0 or > MaxFastDigits
                || (uint)position >= (uint)text.Length || text[position] != ','
                || (text[start] == '0' && position - start > 1))
            {
                break;
            }

            _nodes.Add(new JsonNode(JsonKind.Integer, value));
            _count++;
            start = position + 1;
            if ((uint)start < (uint)text.Length && text[start] == ' ')
                start++;
        }

        _position += start;
        SkipWhitespace();
        return start > 0;
    }

    private void ReadNumber()
    {
        var start = _position;
        var negative = Peek() == '-';
        if (negative)
            _position++;
        switch (Peek())
        {
            case (byte)'N':
                Expect("NaN"u8);
                _nodes.Add(JsonNode.OfReal(double.NaN));
                return;
            case (byte)'I':
                Expect("Inf"u8);
                if (Peek() == 'i')
                    Expect("inity"u8);
                _nodes.Add(JsonNode.OfReal(negative ? double.NegativeInfinity : double.PositiveInfinity));
                return;
            default:
                ReadDigits(start, negative);
                return;
        }
    }

    private void ReadDigits(int start, bool negative)
    {
        var first = _position;
        var value = SkipDigits();
        var digits = _position - first;
        if (digits == 0)
            throw Error("Invalid value.");
        if (_text[first] == '0')
            (_position, digits) = (first + 1, 1);
        if (Peek() is (byte)'.' or (byte)'e' or (byte)'E' || digits > JsonNumber.MaxSafeDigits)
            ReadReal(start);
        else
            _nodes.Add(JsonNumber.OfInteger(value, negative));
    }

    /// <summary>Goes over digits.</summary>
    /// <returns>Their value when they are not more than <see cref="JsonNumber.MaxSafeDigits"/>.</returns>
    private ulong SkipDigits()
    {
        // In locals: the fields of a ref struct stay in memory.
        var text = _text;
        var position = _position;
        var value = 0UL;
        while ((uint)position < (uint)text.Length && text[position] - (uint)'0' is var digit and <= 9)
        {
            value = (value * 10) + digit;
            position++;
        }

        _position = position;
        return value;
    }

    private void ReadReal(int start)
    {
        if (Peek() == '.')
        {
            _position++;
            RequireDigits("Miss fraction part in number.");
        }

        if (Peek() is (byte)'e' or (byte)'E')
        {
            _position++;
            if (Peek() is (byte)'+' or (byte)'-')
                _position++;
            RequireDigits("Miss exponent in number.");
        }

        var number = JsonNumber.Of(_text[start.._position]);
        if (number.Kind is JsonKind.Real && double.IsInfinity(number.Real))
            throw Error("Number too big to be stored in double.", start);
        _nodes.Add(number);
    }

    private void RequireDigits(string error)
    {
        var start = _position;
        SkipDigits();
        if (_position == start)
            throw Error(error);
    }
}
