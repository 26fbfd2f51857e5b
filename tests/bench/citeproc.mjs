// citeproc-js on the same work, timed inside and written out so that the outputs can be counted.
//   node citeproc.mjs PEERS LOCALES STYLE.csl ITEMS.json bib|notes|live TIMES.json [CLUSTERS.json]
// PEERS: a folder where `npm install --prefix PEERS citeproc` was run. An output a line goes to stdout; TIMES.json
// gets {"load": seconds for the style, "work": seconds for the work; for live: for one call}.
import { readFileSync, existsSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve, join } from 'node:path';

const [peers, locales, style, itemFile, action, timesFile, clusterFile] = process.argv.slice(2);
const CSL = createRequire(resolve(peers, 'package.json'))('citeproc');
CSL.debug = () => {};
const items = new Map(JSON.parse(readFileSync(itemFile, 'utf8')).map(item => [item.id, item]));
const clusters = clusterFile ? JSON.parse(readFileSync(clusterFile, 'utf8')) : [];

// Processor time, as for fonds: what other programs do meanwhile does not count.
const now = () => process.cpuUsage();
const seconds = begin => { const { user, system } = process.cpuUsage(begin); return (user + system) / 1e6; };
const system = {
  retrieveItem: id => items.get(id),
  retrieveLocale: tag => {
    const file = join(locales, `locales-${tag}.xml`);
    return existsSync(file) ? readFileSync(file, 'utf8') : false;
  },
};

let begin = now();
const engine = new CSL.Engine(system, readFileSync(style, 'utf8'));
engine.setOutputFormat('html');
const times = { load: seconds(begin) };

let outputs;
begin = now();
if (action === 'bib') {
  engine.updateItems([...items.keys()]);
  outputs = engine.makeBibliography()[1];
  times.work = seconds(begin);
} else {
  outputs = engine.rebuildProcessorState(clusters, 'html').map(([, , text]) => text);
  times.work = seconds(begin);
}
if (action === 'live') {
  // One note more in the middle, the later ones numbered anew, as a word processor's plug-in asks for it.
  const middle = clusters.length / 2;
  const place = cluster => [cluster.citationID, cluster.properties.noteIndex];
  const before = clusters.slice(0, middle).map(place);
  const after = clusters.slice(middle).map(place).map(([id, note]) => [id, note + 1]);
  const runs = [];
  for (let run = 0; run < 5; ++run) {
    const extra = { ...clusters[middle], citationID: `extra${run}`, properties: { noteIndex: middle + 1 } };
    begin = now();
    engine.processCitationCluster(extra, before, after);
    runs.push(seconds(begin));
  }
  times.work = runs.sort((a, b) => a - b)[2];
}
for (const text of outputs) process.stdout.write(`${text.replace(/\s*\n\s*/g, ' ').trim()}\n`);
writeFileSync(timesFile, JSON.stringify(times));
