// @node-rs/jieba's side of the comparison: node_rs.mjs CORPUS WARM_UP_SECONDS SECONDS prints a line `name<TAB>MB/s` for each way to cut.
import { readFileSync } from 'node:fs';
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';

const [corpus, warmUp, seconds] = process.argv.slice(2);
const lines = readFileSync(corpus, 'utf8').split('\n');
const size = lines.reduce((sum, line) => sum + Buffer.byteLength(line), 0);
const jieba = Jieba.withDict(dict);

function fastestPass(hmm, limit) {
  const end = performance.now() + limit * 1000;
  let best = Infinity;
  while (performance.now() < end) {
    const start = performance.now();
    for (const line of lines) jieba.cut(line, hmm);
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

for (const hmm of [true, false]) {
  fastestPass(hmm, Number(warmUp));
  console.log(`strings, HMM ${hmm ? 'on' : 'off'}\t${(size / fastestPass(hmm, Number(seconds)) / 1e3).toFixed(2)}`);
}
