import { html, nothing } from 'lit';
import { dayMedium, instant, integer } from '../../parts/format.js';
import { t } from '../../parts/i18n.js';
import { Part } from '../../parts/part.js';
import { resolved } from '../../parts/state-message.js';
import '../../parts/data-table.js';
import { imports } from '../store.js';

/** Every file that was let in, with the rows that were not. */
class ImportHistory extends Part {
  constructor() {
    super();
    imports.usedBy(this);
  }

  render() {
    return html`<section class="card block" aria-label=${t('imports.title')}>
      <h2>${t('imports.title')}</h2>
      ${resolved(imports, (list) => this.renderHistory(list))}
    </section>`;
  }

  renderHistory(list) {
    if (!list.length) return html`<p class="dim">${t('imports.none')}</p>`;
    const columns = [
      { key: 'id', label: t('imports.number'), numeric: true, value: (i) => i.id },
      {
        key: 'when',
        label: t('column.date'),
        value: (i) => i.importedAt ?? '',
        cell: (i) => (i.importedAt ? t('picker.by', { who: importer(i), when: instant(i.importedAt) }) : '–'),
      },
      { key: 'file', label: t('imports.file'), value: (i) => i.source },
      {
        key: 'status',
        label: t('imports.status'),
        value: (i) => t(`importStatus.${i.status}`),
        cell: (i) =>
          html`<span class="chip ${i.status === 'accepted' ? 'brand' : 'warn'}">${t(`importStatus.${i.status}`)}</span>
            ${i.synthetic ? html`<span class="chip warn">${t('imports.synthetic')}</span>` : nothing}`,
      },
      { key: 'asOf', label: t('data.asOf'), value: (i) => i.asOf ?? '', cell: (i) => (i.asOf ? dayMedium(i.asOf) : '–') },
      {
        key: 'accepted',
        label: t('imports.accepted'),
        numeric: true,
        value: (i) => i.accepted,
        cell: (i) => integer(i.accepted),
      },
      {
        key: 'rejected',
        label: t('imports.rejected'),
        numeric: true,
        value: (i) => i.rejected,
        cell: (i) =>
          i.rejected
            ? html`<a href=${`/api/v1/statistics/imports/${i.id}/rejected.csv`} download>${integer(i.rejected)}</a>`
            : '0',
      },
    ];
    return html`<data-table .columns=${columns} .rows=${list} .caption=${t('imports.title')}></data-table>`;
  }
}

/** The sample that came with the program was let in by nobody. */
const importer = (i) => (i.importedBy === 'first start' ? t('imports.firstStart') : i.importedBy);

customElements.define('import-history', ImportHistory);
