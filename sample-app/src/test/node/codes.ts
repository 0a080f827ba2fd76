// Compiled with the module of each format that writes codes but no facts
import type { ApiError } from "./errors.js";

export function explain(error: ApiError): string {
  switch (error.code) {
    case "validation_error":
      return error.body.details?.map((detail) => `${detail.field}: ${detail.message}`).join() ?? "";
    case "insufficient_balance":
      // @ts-expect-error: the format does not carry facts
      return error.facts.required;
    // @ts-expect-error: a misspelled code
    case "insufficient_balence":
      return "";
    default:
      return error.code ?? String(error.status);
  }
}
