// Sends requests with fetch, and prints what becomes of their answers, with and without the name of the operation
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { decode } from "./errors.js";

const [, , origin, file, operations] = process.argv;
const patterns = JSON.parse(readFileSync(operations, "utf8")).map((operation) => {
  const path = operation.replace(/[.?+]/g, "\\$&").replace(/\{[^}]*\}/g, "[^/]+");
  return [operation, new RegExp(`^${path}$`)];
});
const decoded = [];
for (const { method, path, headers, body } of JSON.parse(readFileSync(file, "utf8"))) {
  const response = await fetch(origin + path, { method, headers, body: body || undefined, redirect: "manual" });
  const [operation] = patterns.find(([, pattern]) => pattern.test(`${method} ${path.split("?")[0]}`)) ?? [];
  const error = await decode(response.clone());
  if (operation !== undefined) {
    assert.deepEqual(await decode(response, operation), error, operation);
  }
  decoded.push({ ...error, operation });
}
console.log(JSON.stringify(decoded));
