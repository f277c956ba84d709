using InferBench.Cli;

return await CommandLineProgram.RunAsync(args).ConfigureAwait(false);
