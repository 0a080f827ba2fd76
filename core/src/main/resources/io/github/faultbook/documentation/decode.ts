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
    readonly violations: readonly Violation[];
    readonly retry: Retry;
    /** The seconds to wait before the request is sent again. `null` if the response does not say. */
    readonly retryAfter: number | null;
    /** The identifier of the request in the log of the server. `null` if the response does not say. */
    readonly reference: string | null;
    /** The body as it was sent. */
    readonly body: Bodies[K];
  };
}[C];

/** An invalid input, in the same form whatever the format. */
export interface Violation {
  /** Where the input is, such as `items[0].quantity`. `null` if the format does not say. */
  readonly path: string | null;
  /** The code of the violation, for programs. `null` if the format does not say. */
  readonly code: string | null;
  /** The message of the violation, for people. `null` if the format does not say. */
  readonly message: string | null;
}

/** Any other answer: an error without a code in the catalog, or what a proxy or another server has sent. */
export interface UnknownError {
  readonly code: null;
  readonly status: number;
  readonly message: string | null;
  readonly facts: NoFacts;
  readonly violations: readonly Violation[];
  readonly retry: null;
  readonly retryAfter: number | null;
  readonly reference: string | null;
  /** The body as it was sent. `null` if it does not have this format. */
  readonly body: Body | null;
  /** The text of the body. `null` if it is incomplete, longer than 256 KB or not in UTF-8. */
  readonly text: string | null;
}

export type ApiError = KnownError | UnknownError;

/** An operation by its method and path, such as `"GET /orders/{id}"`. */
export type Operation = keyof Operations;

/** The errors that an operation answers with. */
export type OperationError<O extends Operation> = KnownError<Operations[O]>;

/**
 * Decode the response of a failed request. Its body is read, at most 256 KB of it. If the operation is named, any
 * error that it does not declare is an `UnknownError`. Never rejects, whatever the other side has sent.
 */
export function decode(response: Response): Promise<ApiError>;
export function decode<O extends Operation>(
  response: Response,
  operation: O,
): Promise<OperationError<O> | UnknownError>;
export async function decode(response: Response, operation?: Operation): Promise<ApiError> {
  return decodeAny(response.status, await textOf(response), (name) => response.headers.get(name), operation);
}

/** Returns the value of a header of a response, `null` if there is none. The name may be in any case. */
export type Header = (name: string) => string | null;

/** Decode a response that another HTTP client than `fetch` has read. Never throws. */
export function decodeText(status: number, text: string | null, header?: Header): ApiError;
export function decodeText<O extends Operation>(
  status: number,
  text: string | null,
  header: Header,
  operation: O,
): OperationError<O> | UnknownError;
export function decodeText(
  status: number,
  text: string | null,
  header: Header = () => null,
  operation?: Operation,
): ApiError {
  return decodeAny(status, text, header, operation);
}

function decodeAny(status: number, text: string | null, header: Header, operation: string | undefined): ApiError {
  const json = parse(text);
  const common = {
    status,
    message: textAt(json, MESSAGE),
    retryAfter: secondsOf(header("Retry-After")),
    reference: textAt(json, REFERENCE) ?? header(REFERENCE_HEADER),
  };
  const entry = CODE === null ? undefined : errors.get(at(json, CODE));
  const declared = operation === undefined ? undefined : operations.get(operation);
  if (entry !== undefined && (declared?.has(entry.code) ?? true) && conforms(json, entry.body)) {
    const facts = entry.facts
      .map(([name, path]) => [name, at(json, path)] as const)
      .filter(([, value]) => value !== undefined);
    return {
      code: entry.code,
      ...common,
      facts: Object.fromEntries(facts),
      violations: violationsOf(json, entry.invalidInput),
      retry: entry.retry,
      body: json,
    } as unknown as KnownError;
  }
  const body = json !== undefined && conforms(json, BODY) ? (json as Body) : null;
  const violations = body === null ? [] : violationsOf(json, entry?.invalidInput ?? false);
  return { code: null, ...common, facts: {}, violations, retry: null, body, text };
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

/** Where a format writes violations. */
interface ViolationPlaces {
  /** The array or object that has all of them. */
  readonly at: Path;
  /** Whether it is an object, whose members have the paths as their names. */
  readonly keyed: boolean;
  /** Whether something else stands there in errors other than the one for invalid input. */
  readonly shared: boolean;
  /** The array of all that is wrong with one input, if there is one. */
  readonly rows?: Path;
  readonly code?: Path;
  readonly message?: Path;
  readonly path?: Path;
  /** The text before a path, or the number of segments before it. */
  readonly prefix?: string | number;
  /** The text between two segments. `[` if positions are in brackets, and empty if a path is an array. */
  readonly separator?: string;
}

function violationsOf(json: unknown, invalidInput: boolean): readonly Violation[] {
  const all = VIOLATIONS === null ? undefined : at(json, VIOLATIONS.at);
  if (VIOLATIONS === null || typeof all !== "object" || all === null || Array.isArray(all) === VIOLATIONS.keyed) {
    return [];
  }
  const { keyed, shared, rows, code, message } = VIOLATIONS;
  const found: Violation[] = [];
  for (const [name, value] of shared && !invalidInput ? [] : Object.entries(all)) {
    const path = pathOf(keyed ? name : at(value, VIOLATIONS.path ?? []), VIOLATIONS);
    const each = rows === undefined ? [value] : at(value, rows);
    for (const row of Array.isArray(each) ? each : []) {
      const violation = { path, code: textAt(row, code), message: textAt(row, message) };
      if (violation.path !== null || violation.code !== null || violation.message !== null) {
        found.push(violation);
      }
    }
  }
  return found;
}

function pathOf(written: unknown, { prefix = "", separator }: ViolationPlaces): string | null {
  if (separator === "" && Array.isArray(written)) {
    return joined(written.slice(Number(prefix)));
  }
  if (!separator || typeof written !== "string" || typeof prefix !== "string") {
    return null;
  }
  if (!written.startsWith(prefix)) {
    // The whole input is invalid
    return prefix.startsWith(written) ? "" : null;
  }
  const path = written.slice(prefix.length);
  if (separator === "[") {
    return path;
  }
  const segments = path.split(separator);
  return joined(separator === "/" ? segments.map((segment) => unescaped(segment, prefix.includes("#"))) : segments);
}

/** The name that a segment of a JSON Pointer stands for (RFC 6901, sections 4 and 6). */
function unescaped(segment: string, fragment: boolean): string {
  const plain = segment.replace(/~1/g, "/").replace(/~0/g, "~");
  try {
    return fragment ? decodeURIComponent(plain) : plain;
  } catch {
    return plain;
  }
}

function joined(segments: readonly unknown[]): string {
  const text = segments.map((segment) => (/^\d+$/.test(String(segment)) ? `[${segment}]` : `.${segment}`)).join("");
  return text.startsWith(".") ? text.slice(1) : text;
}

type Path = readonly (string | number)[];

function textAt(value: unknown, path: Path | null | undefined): string | null {
  const found = path ? at(value, path) : undefined;
  return typeof found === "string" ? found : null;
}

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
  /** Whether it is the error for invalid input, whose details are violations rather than facts. */
  readonly invalidInput: boolean;
  readonly body: Schema;
}
