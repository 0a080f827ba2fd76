// Sends requests with fetch, and prints what becomes of their answers
import { readFileSync } from "node:fs";
import { decode } from "./errors.js";

const [, , origin, file] = process.argv;
const decoded = [];
for (const { method, path, headers, body } of JSON.parse(readFileSync(file, "utf8"))) {
  const response = await fetch(origin + path, { method, headers, body: body || undefined, redirect: "manual" });
  decoded.push(await decode(response));
}
console.log(JSON.stringify(decoded));
