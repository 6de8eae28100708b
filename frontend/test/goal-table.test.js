/** Tables of goals as people keep them. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { cellsOf, isWorkbook, readGoals } from '../app/grup/goal-table.js';

const UATS = [
  { siruta: 57706, uat: 'Mociu' },
  { siruta: 55259, uat: 'Câmpia Turzii' },
  { siruta: 55838, uat: 'Cojocna' },
];
const one = (siruta, visits, served) => ({ siruta, visits, served });

test('aTableIsReadByNameOrSirutaWhateverSeparatesIt', () => {
  const goals = [one(57706, 4, 120), one(55259, 2, null)];
  for (const sign of [';', '\t', ','])
    assert.deepEqual(readGoals(cellsOf(`\uFEFFUAT${sign}vizite${sign}persoane\r\nMociu${sign}4${sign}120\r\n"Municipiul Campia Turzii"${sign}2${sign}\r\n`), UATS), {
      goals,
      refused: [],
    });
  assert.deepEqual(readGoals(cellsOf('57706;4;120\n55259;2;'), UATS).goals, goals);
});

test('aLineThatCannotBeReadIsNamed', () => {
  const { goals, refused } = readGoals(cellsOf('Mociu;4;120\nMociu;5;1\nNicăieri;1;1\nCojocna;multe;3\nCojocna;-1;3\nCojocna;1;2000000'), UATS);
  assert.deepEqual(goals, [one(57706, 4, 120)]);
  assert.deepEqual(refused, ['Mociu;5;1', 'Nicăieri;1;1', 'Cojocna;multe;3', 'Cojocna;-1;3', 'Cojocna;1;2000000']);
});

/** As Excel has it: a title above the head, empty rows, and the columns of the monthly report's own table. */
test('aWorkbooksRowsAreReadWhereverItsHeadAndGoalsAre', () => {
  const head = ['SIRUTA', 'UAT', 'Vizite, țintă', 'Vizite ținute', 'Persoane, țintă', 'Persoane servite'];
  const rows = [['Raport lunar, Noiembrie 2026'], [], head, ['57706', 'Mociu', '4', '3', '120', '77'], ['55259', 'Câmpia Turzii', '2', '1', '', '9'], ['Total', '', '6']];
  assert.deepEqual(readGoals(rows, UATS), { goals: [one(57706, 4, 120), one(55259, 2, null)], refused: ['Total;;6'] });
  const numbered = [['Nr. crt.', 'UAT', 'Vizite', 'Persoane'], ['1', 'Comuna MOCIU', '4', '120'], ['2', 'Câmpia Turzii', '2', '40.5']];
  assert.deepEqual(readGoals(numbered, UATS), { goals: [one(57706, 4, 120)], refused: ['2;Câmpia Turzii;2;40.5'] });
  assert.ok(isWorkbook({ name: 'Tinte.XLSX' }));
  assert.ok(isWorkbook({ name: 'vechi.xls' }), 'the server says why not');
  assert.ok(!isWorkbook({ name: 'tinte.csv' }));
});
