// Decodes bodies in several formats, each with its own module
import { readFileSync } from "node:fs";

const decoded = {};
for (const [format, bodies] of Object.entries(JSON.parse(readFileSync(process.argv[2], "utf8")))) {
  const { decodeText } = await import(`./${format}.js`);
  decoded[format] = bodies.map((body) => decodeText(400, body));
}
console.log(JSON.stringify(decoded));
