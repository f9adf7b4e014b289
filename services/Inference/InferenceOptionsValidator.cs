using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace LabelPlatform.Inference;

/// <summary>Checks what the annotations of the options cannot say.</summary>
internal sealed class InferenceOptionsValidator : IValidateOptions<InferenceOptions>
{
    public ValidateOptionsResult Validate(string? name, InferenceOptions options)
    {
        var errors = Check(options).ToArray();
        return errors.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static IEnumerable<string> Check(InferenceOptions options)
    {
        if (!string.IsNullOrWhiteSpace(options.ModelsConfig) && options.Servers.Count == 0)
            yield return "Inference:ModelsConfig names models, but Inference:Servers names no server that has them.";

        for (var i = 0; i < options.Servers.Count; i++)
        {
            var server = options.Servers[i];
            if (!IsHttp(server.Url, out var url) || url.Query.Length > 0)
                yield return $"Inference:Servers:{i}:Url is '{server.Url}', not an address like http://models:8501.";
            if (string.IsNullOrWhiteSpace(server.Models))
                yield return $"Inference:Servers:{i}:Models is empty; '*' stands for all models.";
        }

        for (var i = 0; i < options.SubServices.Count; i++)
        {
            var service = options.SubServices[i];
            if (string.IsNullOrWhiteSpace(service.Label))
                yield return $"Inference:SubServices:{i}:Label is empty.";
            if (options.SubServices.Take(i).Any(other => other.Label == service.Label))
                yield return $"Inference:SubServices:{i}:Label is '{service.Label}', which another sub-service decides already.";
            if (!IsHttp(service.Url, out _))
                yield return $"Inference:SubServices:{i}:Url is '{service.Url}', not an address like http://movie:5000/predict.";
            if (service.Threshold is not (>= 0 and <= 1))
                yield return $"Inference:SubServices:{i}:Threshold is {service.Threshold}, not between 0 and 1.";
        }

        var breaker = new List<ValidationResult>();
        Validator.TryValidateObject(options.CircuitBreaker, new ValidationContext(options.CircuitBreaker), breaker, validateAllProperties: true);
        foreach (var result in breaker)
            yield return $"Inference:CircuitBreaker: {result.ErrorMessage}";
    }

    private static bool IsHttp(string text, out Uri url) =>
        Uri.TryCreate(text, UriKind.Absolute, out url!) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);
}
