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
const MOST = 1_000_000;

/** Where a head says the goals stand: the first column of visits and the first of persons. */
function columnsOf(head) {
  const find = (words) => head.findIndex((cell) => words.test(plain(cell)));
  const [visits, persons] = [find(/^(vizit|visit)/), find(/^(persoan|person)/)];
  return visits > 0 && persons > 0 ? { visits, persons } : undefined;
}

const goal = (text = '') => (text === '' ? null : GOAL.test(text) ? Number(text) : undefined);

/** @param {string} text of a CSV file @return {string[][]} its lines, cell by cell */
export function cellsOf(text) {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line.replace(/[;,\s"]/g, ''));
  const separator = [';', '\t', ','].find((sign) => lines.some((line) => line.includes(sign))) ?? ';';
  return lines.map((line) => line.split(separator).map((field) => field.trim().replace(/^"(.*)"$/, '$1')));
}

/** @return {boolean} whether a file is a workbook: the server opens it, or says why it cannot */
export const isWorkbook = ({ name }) => /\.(xlsx?|ods)$/i.test(name);

/**
 * @param {string[][]} rows of the table; what comes before the first row with a known UAT, and holds no goal, is its head
 * @param {{siruta: number, uat: string}[]} uats of the county
 * @return {{goals: {siruta: number, visits: number|null, served: number|null}[], refused: string[]}} what was read, and the lines that were not
 */
export function readGoals(rows, uats) {
  const bySiruta = new Map(uats.map((row) => [String(row.siruta), row]));
  const byName = new Map(uats.map((row) => [plain(row.uat), row]));
  const goals = new Map();
  const refused = [];
  const known = (cell) => bySiruta.get(cell) ?? byName.get(plain(cell));
  let columns;
  let begun = false;
  for (const cells of rows) {
    if (cells.every((cell) => cell === '')) continue;
    if (!begun) columns = columnsOf(cells) ?? columns;
    const place = Math.max(0, cells.findIndex(known)); // before it there may be a running number
    const row = known(cells[place]);
    const [visits, persons] = [goal(cells[columns?.visits ?? place + 1]), goal(cells[columns?.persons ?? place + 2])];
    begun ||= Boolean(row) || cells.slice(1).some((cell) => GOAL.test(cell));
    if (row && visits !== undefined && persons !== undefined && (persons ?? 0) <= MOST && (visits ?? 0) <= MOST && !goals.has(row.siruta))
      goals.set(row.siruta, { siruta: row.siruta, visits, served: persons });
    else if (begun) refused.push(cells.join(';'));
  }
  return { goals: [...goals.values()], refused };
}
