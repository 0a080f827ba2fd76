// Compiled with the module of each format that writes codes and facts
import type { ApiError, Code, KnownError } from "./errors.js";

export function explain(error: ApiError): string {
  switch (error.code) {
    case "insufficient_balance": {
      const required: string = error.facts.required;
      return `${required} of ${error.facts.available}`;
    }
    case "invoice_not_found":
      // @ts-expect-error: a fact of another error
      return error.facts.required;
    case "conflict":
      // @ts-expect-error: an error without facts
      return error.facts.anything;
    // @ts-expect-error: a misspelled code
    case "insufficient_balence":
      return "";
    case null:
      // @ts-expect-error: whether to send an unknown error again is not known
      return error.retry.toString();
    default:
      // @ts-expect-error: facts are not known without a code
      return error.facts.required;
  }
}

export function onlyTwo(error: KnownError<"insufficient_balance" | "amount_too_high">): string {
  switch (error.code) {
    case "insufficient_balance":
      return error.facts.available;
    case "amount_too_high":
      return error.facts.due;
    // @ts-expect-error: an error that this operation does not answer
    case "invoice_not_found":
      return "";
  }
}

// @ts-expect-error: a fact is a text here
export const wrong: number = ({} as KnownError<"insufficient_balance">).facts.required;

// @ts-expect-error: facts cannot be changed
({} as KnownError<"insufficient_balance">).facts.required = "";

// @ts-expect-error: a code that is not in the catalog
export const code: Code = "insufficient_balence";
