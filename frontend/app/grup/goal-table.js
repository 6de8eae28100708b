/** Reads a table of goals as people keep it: UAT by name or SIRUTA, visits, persons; semicolons, tabs or commas between them. */
const plain = (text) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^(municipiul|orasul|comuna)\s+/, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const GOAL = /^\d{1,7}$/;
const goal = (text = '') => (text === '' ? null : GOAL.test(text) ? Number(text) : undefined);

/**
 * @param {string} text of the file; a first line without any figure is its head
 * @param {{siruta: number, uat: string}[]} uats of the county
 * @return {{goals: {siruta: number, visits: number|null, served: number|null}[], refused: string[]}} what was read, and the lines that were not
 */
export function readGoals(text, uats) {
  const bySiruta = new Map(uats.map((row) => [String(row.siruta), row]));
  const byName = new Map(uats.map((row) => [plain(row.uat), row]));
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line.replace(/[;,\s"]/g, ''));
  const goals = new Map();
  const refused = [];
  const separator = [';', '\t', ','].find((sign) => lines.some((line) => line.includes(sign))) ?? ';';
  lines.forEach((line, nth) => {
    const [name, ...rest] = line.split(separator).map((field) => field.trim().replace(/^"(.*)"$/, '$1'));
    const [visits, persons] = [goal(rest[0]), goal(rest[1])];
    const row = bySiruta.get(name) ?? byName.get(plain(name));
    if (row && visits !== undefined && persons !== undefined && (persons ?? 0) <= 1_000_000 && (visits ?? 0) <= 1_000_000 && !goals.has(row.siruta))
      goals.set(row.siruta, { siruta: row.siruta, visits, served: persons });
    else if (nth || /\d/.test(line)) refused.push(line);
  });
  return { goals: [...goals.values()], refused };
}
