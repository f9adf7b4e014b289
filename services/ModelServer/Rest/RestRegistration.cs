using LabelPlatform.ModelServer.Predict;
using LabelPlatform.ServiceDefaults;

namespace LabelPlatform.ModelServer.Rest;

public static class RestRegistration
{
    /// <summary>Adds TensorFlow Serving's REST interface; it needs an <see cref="Servables.IServables"/>.</summary>
    public static IHostApplicationBuilder AddRest(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddValidatedOptions<RestOptions>(ModelServerOptions.Section);
        services.AddSingleton<RunDeadline>();
        services.AddSingleton<Predictor>();
        services.AddSingleton<RestHandler>();
        return builder;
    }

    /// <summary>Answers what is below <c>/v1/</c>; all else is left to what comes after.</summary>
    public static WebApplication UseRest(this WebApplication app)
    {
        app.UseMiddleware<RestMiddleware>();
        return app;
    }
}
