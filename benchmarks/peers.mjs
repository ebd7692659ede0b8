// Milliseconds of docxtemplater and easy-template-x: a template and its data from files, some runs.
// node peers.mjs ENGINE TEMPLATE.docx DATA.json RUNS OUT.docx   prints the times as JSON.
import { readFileSync, writeFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import Docxtemplater from "docxtemplater";
import { TemplateHandler } from "easy-template-x";
import PizZip from "pizzip";

const [engine, templatePath, dataPath, runs, outPath] = process.argv.slice(2);
const template = readFileSync(templatePath);
const data = JSON.parse(readFileSync(dataPath, "utf8"));

const engines = {
  docxtemplater() {
    const document = new Docxtemplater(new PizZip(template), { paragraphLoop: true });
    document.render(data);
    return document.toBuffer();
  },
  "easy-template-x": () => new TemplateHandler().process(template, data),
};

const times = [];
let made;
for (let run = 0; run < Number(runs); run++) {
  const start = performance.now();
  made = await engines[engine]();
  times.push(performance.now() - start);
}
writeFileSync(outPath, made);
console.log(JSON.stringify(times));
