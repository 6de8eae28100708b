import { html } from 'lit';
import { t } from '../../parts/i18n.js';
import { icon } from '../../parts/icons.js';
import { go, route } from '../route.js';

/** Over the map: what it shows (need or coverage), as a map or as a table, and on paper. */
export function mapTools(table) {
  const coverage = route().show === 'coverage';
  return html`<div class="map-tools">
    <div class="segments" role="group" aria-label=${t('harta.what')}>
      <button aria-pressed=${!coverage} @click=${() => go({ show: undefined, at: undefined, known: undefined })}>${t('harta.need')}</button>
      <button aria-pressed=${coverage} @click=${() => go({ show: 'coverage', measure: undefined, month: undefined })}>
        ${t('harta.coverage')}
      </button>
    </div>
    <div class="segments" role="group" aria-label=${t('harta.show')}>
      <button aria-pressed=${!table} @click=${() => go({ table: undefined })}>${t('harta.asMap')}</button>
      <button aria-pressed=${Boolean(table)} @click=${() => go({ table: table ?? 'uat' })}>${t('harta.asTable')}</button>
    </div>
    <button
      class="btn icon print-button"
      aria-label=${t('action.print')}
      title=${t('action.print')}
      @click=${() => window.print()}
    >
      ${icon('print', 18)}
    </button>
  </div>`;
}
