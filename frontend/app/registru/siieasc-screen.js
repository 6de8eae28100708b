import { html, nothing } from 'lit';
import { dayMedium } from '../../parts/format.js';
import { t } from '../../parts/i18n.js';
import { Part } from '../../parts/part.js';
import { resolved } from '../../parts/state-message.js';
import '../../parts/data-table.js';
import { civilStatusPlace } from '../coverage/office-name.js';
import { RouteController, go, route } from '../route.js';
import { civilStatusOffices, uats } from '../store.js';
import './offices-map.js';
import './siieasc-form.js';
import { STATES } from './siieasc-states.js';

/** How far the 81 civil status offices are on their way into the national system. */
class SiieascScreen extends Part {
  constructor() {
    super();
    new RouteController(this);
    uats.usedBy(this);
    civilStatusOffices.usedBy(this);
  }

  render() {
    return html`<div class="date-grid registru-grid">${resolved(civilStatusOffices, (known) => this.renderReady(known))}</div>`;
  }

  renderReady({ tally, offices }) {
    const chosen = offices.find((o) => String(o.uatSiruta) === route().place);
    const { state } = route();
    return html`<div class="stack wide">
        ${this.renderMap(offices)} ${chosen ? html`<siieasc-form class="card block" .office=${chosen}></siieasc-form>` : nothing}
      </div>
      <div class="stack wide">
        <section class="card block siieasc-list" aria-label=${t('siieasc.title')}>
          <h2>${t('siieasc.title')}</h2>
          <div class="chips filter" role="group" aria-label=${t('siieasc.filter')}>
            ${this.renderChip(undefined, t('siieasc.all'), offices.length)}
            ${STATES.map((s) => this.renderChip(s, t(`siieasc.state.${s}`), tally[s]))}
          </div>
          <data-table
            .columns=${this.columns}
            .rows=${offices.filter((o) => !state || o.state === state)}
            .caption=${t('siieasc.title')}
            .file=${'caravana-siieasc'}
            .marked=${(o) => o === chosen}
          ></data-table>
        </section>
      </div>`;
  }

  renderChip(state, label, n) {
    const on = state === route().state;
    return html`<button class="chip ${on ? 'on' : ''}" aria-pressed=${on} @click=${() => go({ state })}>
      ${state ? html`<i class="key siieasc-${state}"></i>` : nothing}${label} <b>${n}</b>
    </button>`;
  }

  renderMap(offices) {
    const { state } = route();
    if (this.drawnFrom !== offices || this.drawnFor !== state) {
      const shown = (o) => !state || o.state === state;
      this.classes = new Map(offices.map((o) => [o.uatSiruta, shown(o) ? `siieasc-${o.state}` : 'filtered']));
      this.tips = new Map(offices.map((o) => [o.uatSiruta, t(`siieasc.state.${o.state}`)]));
      this.drawnFrom = offices;
      this.drawnFor = state;
    }
    return html`<section class="card registru-map" aria-label=${t('siieasc.mapLabel')}>
      <offices-map
        .areas=${uats.value}
        .classes=${this.classes}
        .tips=${this.tips}
        .chosen=${Number(route().place) || undefined}
        .label=${t('siieasc.mapLabel')}
        @area-chosen=${(e) => go({ place: String(e.detail) })}
      ></offices-map>
      <ul class="keys row-keys">
        ${STATES.map((s) => html`<li><i class="key siieasc-${s}"></i>${t(`siieasc.state.${s}`)}</li>`)}
      </ul>
    </section>`;
  }

  languageChanged() {
    this.drawnFrom = undefined;
    super.languageChanged();
  }

  get columns() {
    return [
      { key: 'office', label: t('siieasc.office'), value: (o) => o.office, csvOnly: true },
      {
        key: 'name',
        label: t('column.name'),
        value: (o) => civilStatusPlace(o.name),
        cell: (o) =>
          html`<button class="link" @click=${() => go({ place: String(o.uatSiruta) })}>${civilStatusPlace(o.name)}</button>`,
      },
      {
        key: 'state',
        label: t('siieasc.stateLabel'),
        value: (o) => STATES.indexOf(o.state),
        cell: (o) => html`<span class="siieasc-cell"><i class="key siieasc-${o.state}"></i>${t(`siieasc.state.${o.state}`)}</span>`,
        numeric: false,
      },
      { key: 'since', label: t('siieasc.since'), value: (o) => o.since ?? '', cell: (o) => (o.since ? dayMedium(o.since) : '–') },
      { key: 'note', label: t('siieasc.note'), value: (o) => o.note },
    ];
  }
}

customElements.define('siieasc-screen', SiieascScreen);
