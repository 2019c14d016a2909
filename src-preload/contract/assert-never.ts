/** Closes a discriminated union: a case that was forgotten does not compile, and throws if data lied at run time. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
