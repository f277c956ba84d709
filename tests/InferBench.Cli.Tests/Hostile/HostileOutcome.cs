namespace InferBench.Cli.Tests.Hostile;

/// <summary>What a command made of a mutated model.</summary>
internal enum HostileOutcome
{
    /// <summary>It ran as if nothing were wrong: the damage touched nothing that counts.</summary>
    Ran,

    /// <summary>One line said what is wrong with it, before or after a worker had it.</summary>
    Refused,

    /// <summary>It ran, and what came out was said to differ or not to be a decoder's.</summary>
    Differed,

    /// <summary>The worker died or was killed, and that was said in one line.</summary>
    WorkerDied,
}
