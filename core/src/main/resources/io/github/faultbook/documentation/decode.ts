/** Whether a request may be sent again, `idempotent`: if its method is idempotent. */
export type Retry = "never" | "idempotent" | "always";

/** The codes of the errors that can be told apart in this format. */
export type Code = keyof Facts;

/** An error of the catalog: `KnownError<"a" | "b">` is one of two codes. */
export type KnownError<C extends Code = Code> = {
  readonly [K in C]: {
    readonly code: K;
    /** The status of the response. */
    readonly status: number;
    /** What went wrong, for people. `null` if the format does not say. */
    readonly message: string | null;
    readonly facts: Facts[K];
    readonly retry: Retry;
    /** The seconds to wait before the request is sent again. `null` if the response does not say. */
    readonly retryAfter: number | null;
    /** The body as it was sent. */
    readonly body: Bodies[K];
  };
}[C];

/** Any other answer: an error without a code in the catalog, or what a proxy or another server has sent. */
export interface UnknownError {
  readonly code: null;
  readonly status: number;
  readonly message: string | null;
  readonly facts: NoFacts;
  readonly retry: null;
  readonly retryAfter: number | null;
  /** The body as it was sent. `null` if it does not have this format. */
  readonly body: Body | null;
  /** The text of the body. `null` if it is incomplete, longer than 256 KB or not in UTF-8. */
  readonly text: string | null;
}

export type ApiError = KnownError | UnknownError;

/**
 * Decode the response of a failed request. Its body is read, at most 256 KB of it.
 * Never rejects, whatever the other side has sent.
 */
export async function decode(response: Response): Promise<ApiError> {
  return decodeText(response.status, await textOf(response), response.headers.get("Retry-After"));
}

/** Decode a response that another HTTP client than `fetch` has read. Never throws. */
export function decodeText(status: number, text: string | null, retryAfter: string | null = null): ApiError {
  const json = parse(text);
  const message = MESSAGE === null ? undefined : at(json, MESSAGE);
  const common = {
    status,
    message: typeof message === "string" ? message : null,
    retryAfter: secondsOf(retryAfter),
  };
  const entry = CODE === null ? undefined : errors.get(at(json, CODE));
  if (entry !== undefined && conforms(json, entry.body)) {
    const facts = entry.facts
      .map(([name, path]) => [name, at(json, path)] as const)
      .filter(([, value]) => value !== undefined);
    return {
      code: entry.code,
      ...common,
      facts: Object.fromEntries(facts),
      retry: entry.retry,
      body: json,
    } as unknown as KnownError;
  }
  const body = json !== undefined && conforms(json, BODY) ? (json as Body) : null;
  return { code: null, ...common, facts: {}, retry: null, body, text };
}

const MAX_SIZE = 256 * 1024;

async function textOf(response: Response): Promise<string | null> {
  try {
    if (!response.body) {
      return await response.text();
    }
    const reader = response.body.getReader();
    const decoder = new TextDecoder("utf-8", { fatal: true });
    let size = 0;
    let text = "";
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        return text + decoder.decode();
      }
      size += value.byteLength;
      if (size > MAX_SIZE) {
        void reader.cancel().catch(() => undefined);
        return null;
      }
      text += decoder.decode(value, { stream: true });
    }
  } catch {
    return null;
  }
}

function parse(text: string | null): unknown {
  try {
    return text === null || text.length > MAX_SIZE ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The seconds that `Retry-After` states as a number or as a date (RFC 9110, section 10.2.3). */
function secondsOf(retryAfter: string | null): number | null {
  if (retryAfter === null) {
    return null;
  }
  if (/^\d{1,9}$/.test(retryAfter)) {
    return Number(retryAfter);
  }
  const date = /^[A-Z][a-z]{2}, \d\d .* GMT$/.test(retryAfter) ? Date.parse(retryAfter) : NaN;
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - Date.now()) / 1000));
}

type Path = readonly (string | number)[];

function at(value: unknown, path: Path): unknown {
  let found = value;
  for (const name of path) {
    if (!has(found, name)) {
      return undefined;
    }
    found = found[name];
  }
  return found;
}

function has(value: unknown, name: string | number): value is Readonly<Record<string | number, unknown>> {
  return typeof value === "object" && value !== null && Object.prototype.hasOwnProperty.call(value, name);
}

/** The part of JSON Schema that the types above are made of. Members and elements can be added to bodies. */
interface Schema {
  readonly type?: "string" | "number" | "boolean" | "null" | "array" | "object";
  readonly enum?: readonly (string | number | boolean | null)[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly properties?: { readonly [name: string]: Schema };
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly $ref?: string;
}

const MAX_DEPTH = 500;

function conforms(value: unknown, schema: Schema, depth = 0): boolean {
  if (depth > MAX_DEPTH) {
    return false;
  }
  const check = (part: unknown, its: Schema): boolean => conforms(part, its, depth + 1);
  if (schema.$ref !== undefined) {
    const definition = definitions.get(schema.$ref);
    return definition !== undefined && check(value, definition);
  }
  if (schema.anyOf !== undefined) {
    return schema.anyOf.some((alternative) => check(value, alternative));
  }
  if (schema.allOf !== undefined) {
    return schema.allOf.every((part) => check(value, part));
  }
  if (schema.enum !== undefined) {
    return schema.enum.some((constant) => constant === value);
  }
  const { type, items, properties = {}, required = [], additionalProperties } = schema;
  if (type === "array") {
    return (
      Array.isArray(value) &&
      value.length >= (schema.minItems ?? 0) &&
      (items === undefined || value.every((element) => check(element, items)))
    );
  }
  if (type === "object") {
    return (
      typeof value === "object" &&
      value !== null &&
      !Array.isArray(value) &&
      required.every((name) => has(value, name)) &&
      Object.entries(properties).every(([name, property]) => !has(value, name) || check(value[name], property)) &&
      (additionalProperties === undefined ||
        Object.values(value).every((member) => check(member, additionalProperties)))
    );
  }
  return type === undefined || (type === "null" ? value === null : typeof value === type);
}

interface Entry {
  readonly code: string;
  readonly retry: Retry;
  readonly facts: readonly (readonly [string, Path])[];
  readonly body: Schema;
}
