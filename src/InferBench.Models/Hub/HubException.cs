namespace InferBench.Models.Hub;

/// <summary>A model could not be fetched from the hub or found in its cache. The message names the repository and file, and the mend.</summary>
public class HubException(string message, Exception? innerException = null) : ModelException(message, innerException);
