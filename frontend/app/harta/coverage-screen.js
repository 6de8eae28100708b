import { html, nothing } from 'lit';
import { t } from '../../parts/i18n.js';
import { Part } from '../../parts/part.js';
import { loading, problemNotice } from '../../parts/state-message.js';
import { CoverageFeed } from '../coverage/coverage-feed.js';
import '../coverage/coverage-table.js';
import { coverageView, momentOf, resolvedShare } from '../coverage/coverage-view.js';
import { RouteController, go, route } from '../route.js';
import { localities, offices, recount, uats } from '../store.js';
import './coverage-map.js';
import './coverage-persons.js';
import { coveragePanel } from './coverage-panel.js';
import { coveragePlace } from './coverage-place.js';
import { mapTools } from './map-tools.js';

const MILLIS_BETWEEN_AGES = 60_000;

/** Whether the figures are of persons of one age or sex: for them there is no need to compare with. */
const ofPersons = () => Boolean(route().age || route().sex);

/** How much of the need has been met, as it moves or on a past day, and how far to believe it. */
class CoverageScreen extends Part {
  static properties = { place: { attribute: false }, padding: { attribute: false }, near: { state: true } };

  constructor() {
    super();
    new RouteController(this);
    for (const resource of [uats, localities, offices, recount]) resource.usedBy(this);
    const question = (level) => {
      const { category, age, sex, at, known } = route();
      return { level, category, age, sex, at, known };
    };
    this.feed = new CoverageFeed(this, () => question('uat'));
    this.villages = new CoverageFeed(this, () => (this.wantsVillages ? question('locality') : undefined));
  }

  connectedCallback() {
    super.connectedCallback();
    this.ageing = setInterval(() => this.requestUpdate(), MILLIS_BETWEEN_AGES);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.ageing);
  }

  /** 434 rows are asked for only while somebody can see them. */
  get wantsVillages() {
    return this.near || Boolean(route().place) || route().table === 'locality';
  }

  /** The same view object as long as the same figures hold, so that the map redraws only then. */
  seen(feed) {
    if (!feed.rows) return undefined;
    if (feed.seenFrom !== feed.rows) {
      feed.seenFrom = feed.rows;
      feed.seen = coverageView([...feed.rows.values()], momentOf(route().at), ofPersons() ? resolvedShare : undefined);
    }
    return feed.seen;
  }

  render() {
    const { table, place } = route();
    const view = this.seen(this.feed);
    const villages = this.seen(this.villages);
    return html`<div class="harta-grid without-strip ${place ? 'with-place' : ''}">
      ${coveragePanel({ feed: this.feed, view, offices: offices.value, recount: recount.value, names: this.uatNames })} ${mapTools(table)}
      ${table ? this.renderTable(table) : this.renderMap(view, villages)}
      ${this.place ? coveragePlace({ place: this.place, view, villages, feed: this.feed, localities: localities.value, recount: recount.value }) : nothing}
      ${this.feed.problem ? html`<div class="coverage-problem">${problemNotice(this.feed.problem)}</div>` : nothing}
    </div>`;
  }

  renderMap(view, villages) {
    return html`<coverage-map
      .areas=${uats.value}
      .places=${localities.value}
      .view=${view}
      .localityView=${villages}
      .fresh=${this.feed.fresh}
      .selected=${Number(route().place) || undefined}
      .padding=${this.padding}
      @place-chosen=${(e) => go({ place: e.detail && String(e.detail) })}
      @map-zoomed=${(e) => {
        this.near = e.detail.villages;
      }}
    ></coverage-map>`;
  }

  get uatNames() {
    return new Map((uats.value ?? []).map((f) => [Number(f.id), f.properties.name]));
  }

  renderTable(level) {
    const feed = level === 'locality' ? this.villages : this.feed;
    const places = localities.value ?? [];
    const names = level === 'locality' ? new Map(places.map((f) => [Number(f.id), f.properties.name])) : this.uatNames;
    return html`<div class="card coverage-list">
      <div class="row center need-table-head">
        <h2>${t(level === 'locality' ? 'table.byLocality' : 'table.byUat')}</h2>
        <div class="segments" role="group" aria-label=${t('table.level')}>
          <button aria-pressed=${level !== 'locality'} @click=${() => go({ table: 'uat' })}>${t('table.uats')}</button>
          <button aria-pressed=${level === 'locality'} @click=${() => go({ table: 'locality' })}>${t('table.localities')}</button>
        </div>
      </div>
      ${
        feed.view
          ? html`<coverage-table
              .rows=${[...feed.rows.values()]}
              .names=${names}
              .uatNames=${level === 'locality' ? new Map(places.map((f) => [Number(f.id), f.properties.uatName])) : undefined}
              .view=${feed.view}
              .ofPersons=${ofPersons()}
              .fresh=${feed.fresh}
              .chosen=${route().place}
            ></coverage-table>`
          : loading()
      }
    </div>`;
  }
}

customElements.define('coverage-screen', CoverageScreen);
