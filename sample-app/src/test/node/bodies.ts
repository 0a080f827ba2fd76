// Compiled with the module of each format that does not write codes
import type { ApiError, Code } from "./errors.js";

export function explain(error: ApiError): string {
  // @ts-expect-error: errors cannot be told apart
  const known: string = error.code;
  // @ts-expect-error: the format does not carry facts
  error.facts.required;
  // @ts-expect-error: the body may be that of a proxy
  error.body.toString();
  return error.message ?? known ?? String(error.status);
}

// @ts-expect-error: there is no code
export const code: Code = "insufficient_balance";
