/** The command line or a file named on it is wrong; its text is printed as it is. */
export class UsageError extends Error {
  readonly code = "USAGE";
}
