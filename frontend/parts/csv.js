/** A table as CSV a Romanian Excel opens right: `;` between, `,` for decimals, UTF-8 with a byte order mark if asked. */
const BYTE_ORDER_MARK = '\uFEFF';

function cell(value) {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'number' ? String(value).replace('.', ',') : String(value);
  // A leading = + - @ would run as a formula when opened; numbers are ours and may be negative.
  const safe = typeof value !== 'number' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[;"\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** @param columns [{label, value(row)}] */
export function toCsv(columns, rows, { mark = true } = {}) {
  const lines = [columns.map((c) => cell(c.label)), ...rows.map((row) => columns.map((c) => cell(c.value(row))))];
  return (mark ? BYTE_ORDER_MARK : '') + lines.map((line) => line.join(';')).join('\r\n') + '\r\n';
}

export function download(name, text, type = 'text/csv;charset=utf-8') {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
