// Decodes what a server must not send. Prints nothing if all goes well
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { decode, decodeText } from "./errors.js";

const real = JSON.parse(readFileSync(process.argv[2], "utf8"));
const latin1 = Buffer.from('{"error":"Gr\u00fc\u00dfe"}', "latin1");
const proto = '{"__proto__":{"code":"conflict"},"constructor":null,"error":"__proto__","error_code":"__proto__","code":"__proto__"}';

// The headers and the body of each answer, and whether its text can be read
const answers = {
  html: [{ "Content-Type": "text/html" }, "<!doctype html><title>502 Bad Gateway</title>", true],
  empty: [{}, "", true],
  half: [{ "Content-Type": "application/json" }, '{"error":"insufficient_bal', true],
  cut: [{ "Content-Length": 1000 }, '{"error":', false],
  charset: [{ "Content-Type": "application/json;charset=utf-8" }, latin1, false],
  utf16: [{ "Content-Type": "application/json" }, Buffer.from("\ufeff{}", "utf16le"), false],
  huge: [{}, JSON.stringify({ error: "x".repeat(10_000_000) }), false],
  gzip: [{ "Content-Encoding": "gzip" }, "not compressed", false],
  null: [{}, "null", true],
  number: [{}, "1e999", true],
  text: [{}, '"insufficient_balance"', true],
  array: [{}, '[{"error":"conflict"}]', true],
  proto: [{}, proto, true],
  deep: [{}, '{"error":'.repeat(20_000) + "1" + "}".repeat(20_000), true],
  deepArray: [{}, '{"error":{"details":' + "[".repeat(100_000) + "]".repeat(100_000) + "}}", true],
};

const server = createServer((request, response) => {
  const [headers, body] = answers[request.url.slice(1)];
  response.writeHead(503, { "Retry-After": "soon", "X-Error-Reference": "abc", ...headers });
  response.write(body, () => (headers["Content-Length"] ? response.destroy() : response.end()));
});
await new Promise((listening) => server.listen(0, "localhost", listening));
for (const [name, [, body, readable]] of Object.entries(answers)) {
  const error = await decode(await fetch(`http://localhost:${server.address().port}/${name}`));
  assert.equal(error.code, null, name);
  assert.equal(error.status, 503, name);
  assert.equal(error.retryAfter, null, name);
  assert.equal(error.text, readable ? body : null, name);
  assert.deepEqual(error.violations, [], name);
  assert.equal(error.reference, "abc", name);
}
server.close();
server.closeAllConnections();

const stuck = new Response(new ReadableStream({ pull: (controller) => controller.error(new Error("lost")) }));
assert.equal((await decode(stuck)).text, null);
const read = new Response("{}");
await read.text();
assert.equal((await decode(read)).text, null);

const times = [["120", 120], ["0", 0], ["-1", null], ["1.5", null], ["", null], ["9999999999", null], ["soon", null],
  ["1", 1], ["Wed, 21 Oct 2015 07:28:00 GMT", 0], ["Wed, 99 Foo 2015 07:28:00 GMT", null]];
for (const [header, seconds] of times) {
  assert.equal(decodeText(503, "", () => header).retryAfter, seconds, header);
}
const inAnHour = decodeText(503, "", () => new Date(Date.now() + 3_600_000).toUTCString()).retryAfter;
assert.ok(inAnHour > 3_500 && inAnHour <= 3_600);

// Damaged answers are decoded as what they are, or not at all
let seed = 20_261_129;
const random = (bound) => (seed = (seed * 48_271) % 2_147_483_647) % bound;
const pieces = ["null", "[]", "{}", "0", '""', '"__proto__":', '"', ",", "}", "]", "\\u0000", "\ud800"];
const types = new Map(real.filter((error) => error.code).map((error) => [error.code, factTypes(error)]));
function factTypes(error) {
  return Object.entries(error.facts).map(([name, value]) => name + " " + typeof value).sort().join();
}
function isViolation({ path, code, message }) {
  return [path, code, message].every((text) => text === null || typeof text === "string");
}
for (const { status, text } of real) {
  for (let i = 0; i < 300; i++) {
    const from = random(text.length);
    const damaged = text.slice(0, from) + pieces[random(pieces.length)] + text.slice(from + random(12));
    const error = decodeText(status, damaged);
    assert.equal(error.status, status);
    assert.ok(error.violations.every(isViolation), damaged);
    if (error.code !== null) {
      assert.equal(factTypes(error), types.get(error.code), damaged);
    }
  }
}
assert.equal({}.code, undefined);
