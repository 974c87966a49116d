namespace CommunityVoice.Voting;

/// <summary>Work that can be done for several at once: it answers one result for each, in their order.</summary>
public sealed class GateBatch<TItem, TResult>(Func<GateWork, IReadOnlyList<TItem>, Task<IReadOnlyList<TResult>>> work)
{
    internal Task<IReadOnlyList<TResult>> RunAsync(GateWork gate, IReadOnlyList<TItem> items) => work(gate, items);
}

/// <summary>One piece of work that waits at the gate.</summary>
internal abstract class GateItem
{
    public bool HasFailed => Failure is not null;

    /// <summary>Equal for items that are done together; none for what is done alone.</summary>
    public virtual object? Batch => null;

    protected Exception? Failure { get; set; }

    /// <summary>Does this and all that is done with it, itself the first.</summary>
    public abstract Task RunAsync(GateWork gate, IReadOnlyList<GateItem> together, bool alone);

    public void Fail(Exception e) => Failure ??= e;

    public abstract void Tell();
}

internal abstract class GateItem<T> : GateItem
{
    private readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Answer => answer.Task;

    protected T? Result { get; set; }

    public override void Tell()
    {
        if (Failure is null) answer.SetResult(Result!);
        else answer.SetException(Failure);
    }
}

internal sealed class GateSingle<T>(Func<GateWork, Task<T>> work) : GateItem<T>
{
    public override async Task RunAsync(GateWork gate, IReadOnlyList<GateItem> together, bool alone)
    {
        try
        {
            Result = await gate.RunAsync(work, alone);
        }
        catch (Exception e)
        {
            Failure = e;
        }
    }
}

internal sealed class GateBatchItem<TItem, TResult>(GateBatch<TItem, TResult> batch, TItem item, string locks) : GateItem<TResult>
{
    public override object Batch => (batch, locks);

    public override async Task RunAsync(GateWork gate, IReadOnlyList<GateItem> together, bool alone)
    {
        var items = together.Cast<GateBatchItem<TItem, TResult>>().ToList();
        if (await TryAsync(gate, items, alone) is not { } failure) return;
        if (items.Count == 1) Failure = failure;
        else
        {
            // One of them may be at fault: each has another try, which leaves the others' work alone.
            foreach (var one in items) one.Failure = await TryAsync(gate, [one], alone: false);
        }
    }

    private async Task<Exception?> TryAsync(GateWork gate, List<GateBatchItem<TItem, TResult>> items, bool alone)
    {
        try
        {
            var results = await gate.RunAsync(work => batch.RunAsync(work, items.ConvertAll(i => i.Item)), alone);
            for (var i = 0; i < items.Count; i++) items[i].Result = results[i];
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    private TItem Item => item;
}
