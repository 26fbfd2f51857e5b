// Validates SARIF reports against the standard's JSON schema, which the npm package @microsoft/jest-sarif carries
// with a validator.
//   node sarif_schema.mjs FONDS FOLDER
// FOLDER is for scratch; the package is looked for there, in $FONDS_PEERS and in the current folder. Without it the
// test is skipped (77), and says so.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const [fonds, folder] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });

function load(name, file) {
  for (const place of [process.env.FONDS_PEERS, folder, process.cwd()]) {
    if (!place) continue;
    try {
      const require = createRequire(join(resolve(place), 'x.js'));
      return file ? readFileSync(require.resolve(`${name}/package.json`).replace('package.json', file), 'utf8') : require(name);
    } catch (error) {
      if (error.code !== 'MODULE_NOT_FOUND') throw error;
    }
  }
  console.log(`skipped: ${name} is not installed: npm install --prefix ${folder} @microsoft/jest-sarif`);
  process.exit(77);
}

const schema = JSON.parse(load('@microsoft/jest-sarif', 'lib/schemas/sarif-2.1.0-rtm.5.json'));
const Ajv = load('ajv');
const ajv = new Ajv({ schemaId: 'auto', allErrors: true, unknownFormats: 'ignore' });
ajv.addMetaSchema(JSON.parse(load('ajv', 'lib/refs/json-schema-draft-04.json')));
const validate = ajv.compile(schema);

const write = (name, text) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const essay = 'bibliography/essay/essay.txt';
const cases = {
  'a manuscript': [essay],
  'nothing found': [write('clean.md', 'A.[^1]\n\n[^1]: A. Smith, *War* (London: Macmillan, 1990), 5.\n')],
  'a file that cannot be read': [essay, join(folder, 'absent.docx')],
  'findings in the text, silenced ones, names with spaces and accents': [
    write('é b.md', 'A.[^1] B.[^2]\n\n[^1]: Translated by by X. <!-- fonds: ignore doubled-word -->\n[^1]: Twice.\n')],
  'records': [write('r.bib', '@book{a, title={T}}\n@book{a, title={U}, url={http://x.org/a.}}\n')],
};
let failed = 0;
for (const [what, files] of Object.entries(cases)) {
  let text;
  try {
    text = execFileSync(fonds, ['check', '--no-config', '--format', 'sarif', ...files], { stdio: ['ignore', 'pipe', 'ignore'] });
  } catch (error) {
    text = error.stdout;  // findings make it exit with 1
  }
  const valid = validate(JSON.parse(text));
  console.log(`${valid ? 'valid' : 'NOT VALID'}  ${what}`);
  if (!valid) {
    failed = 1;
    for (const error of validate.errors.slice(0, 5)) console.log(`  ${error.dataPath} ${error.message}`);
  }
}
process.exit(failed);
