/** The command line or a file named on it is wrong; told to the user as it is. */
export class UsageError extends Error {
  readonly code = "USAGE";
}
