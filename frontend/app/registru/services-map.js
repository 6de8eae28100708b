import { html, nothing } from 'lit';
import { instant } from '../../parts/format.js';
import { t } from '../../parts/i18n.js';
import { Part } from '../../parts/part.js';
import { freshness } from '../coverage/coverage-view.js';
import { serviceTown } from '../coverage/office-name.js';
import { sendingOffices, uats } from '../store.js';
import './offices-map.js';

/** The six local services where they stand, and how far the records of each UAT are. */
class ServicesMap extends Part {
  constructor() {
    super();
    uats.usedBy(this);
    sendingOffices.usedBy(this);
  }

  /** Made anew only when the offices are, so that the map redraws only then. */
  get drawn() {
    const offices = sendingOffices.value ?? [];
    if (this.madeFrom !== offices) {
      const served = offices.flatMap((o) => o.uats.map((siruta) => [siruta, o]));
      const text = (o) =>
        `${serviceTown(o.name)}: ${o.completeTo ? t('coverage.tipCurrent', { when: instant(o.completeTo) }) : t('office.nothing')}`;
      this.made = {
        classes: new Map(served.map(([siruta, o]) => [siruta, `office-${freshness(o.completeTo)}`])),
        tips: new Map(served.map(([siruta, o]) => [siruta, text(o)])),
        marks: offices.map((o) => ({
          lat: o.lat,
          lon: o.lon,
          name: serviceTown(o.name),
          siruta: o.uats[0],
          className: `office-${freshness(o.completeTo)}`,
        })),
      };
      this.madeFrom = offices;
    }
    return this.made;
  }

  languageChanged() {
    this.madeFrom = undefined;
    super.languageChanged();
  }

  render() {
    if (!sendingOffices.value) return nothing;
    const { classes, tips, marks } = this.drawn;
    return html`<section class="card registru-map" aria-label=${t('office.mapLabel')}>
      <offices-map
        .areas=${uats.value}
        .classes=${classes}
        .tips=${tips}
        .marks=${marks}
        .label=${t('office.mapLabel')}
      ></offices-map>
      <ul class="keys row-keys">
        ${['current', 'behind', 'none'].map((state) => html`<li><i class="key office-${state}"></i>${t(`office.state.${state}`)}</li>`)}
      </ul>
      ${sendingOffices.value.some((o) => o.assumedUats.length) ? html`<p class="tiny dim under-keys">${t('office.assumed')}</p>` : nothing}
    </section>`;
  }
}

customElements.define('services-map', ServicesMap);
