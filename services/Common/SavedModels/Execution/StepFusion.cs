namespace LabelPlatform.SavedModels.Execution;

/// <summary>
/// Joins steps of which the second alone reads what the first puts out. It is for the gather and the sum or mean over what it gathered, the
/// heart of every bag of words: the gathered rows, by far the largest tensor of such a graph, are then never written.
/// </summary>
internal static class StepFusion
{
    public static List<PlanStep> Apply(List<PlanStep> steps, IReadOnlyCollection<int> outputs)
    {
        var uses = steps.SelectMany(step => step.Inputs).Concat(outputs).CountBy(slot => slot).ToDictionary();
        var producers = steps.Where(step => step.Outputs is [var output] && uses.GetValueOrDefault(output) == 1).ToDictionary(step => step.Outputs[0]);
        var fused = new List<PlanStep>(steps.Count);
        foreach (var step in steps)
        {
            if (step.Inputs.Length > 0
                && producers.TryGetValue(step.Inputs[0], out var producer)
                && step.Kernel.FuseWith(producer.Kernel) is { } kernel)
            {
                fused.Remove(producer);
                fused.Add(new PlanStep(kernel, [.. producer.Inputs, .. step.Inputs[1..]], step.Outputs));
            }
            else
            {
                fused.Add(step);
            }
        }

        return fused;
    }
}
