import { html } from 'lit';
import { t } from '../../parts/i18n.js';
import { Part } from '../../parts/part.js';
import { RouteController, go, route } from '../route.js';
import '../bani/money-screen.js';
import '../calitate/quality-screen.js';
import '../grup/group-screen.js';
import '../nevoi/needs-reported.js';
import { isPlanner, me } from '../store.js';
import './texts-panel.js';
import './visit-board.js';

/** What the directorate agrees with others, one question per tab. The first is the visits. */
const TABS = [
  { view: undefined, label: 'coord.visits', draw: () => html`<visit-board></visit-board>` },
  { view: 'nevoi', label: 'coord.needs', draw: () => html`<needs-reported></needs-reported>` },
  { view: 'grup', label: 'coord.group', draw: () => html`<group-screen></group-screen>` },
  { view: 'bani', label: 'coord.money', draw: () => html`<money-screen></money-screen>` },
  { view: 'texte', label: 'coord.texts', draw: () => html`<texts-panel></texts-panel>`, planners: true },
  { view: 'calitate', label: 'coord.quality', draw: () => html`<quality-screen></quality-screen>` },
];

class CoordonareWorkspace extends Part {
  constructor() {
    super();
    new RouteController(this);
    me.usedBy(this);
  }

  /** On a phone the row of tabs is wider than the screen: the one that is open is brought into sight. */
  updated() {
    const row = this.querySelector('.coord-head');
    const open = row?.querySelector('[aria-pressed=true]');
    if (open && row.scrollWidth > row.clientWidth) row.scrollLeft = open.offsetLeft - (row.clientWidth - open.offsetWidth) / 2;
  }

  get tabs() {
    return TABS.filter((tab) => !tab.planners || isPlanner());
  }

  get here() {
    return this.tabs.find((tab) => tab.view === route().view) ?? TABS[0];
  }

  render() {
    return html`<div class="coord-head">
        <div class="segments" role="group" aria-label=${t('coord.which')}>${this.tabs.map((tab) => this.renderTab(tab))}</div>
      </div>
      ${this.here.draw()}`;
  }

  renderTab(tab) {
    const leave = () => go({ view: tab.view, visit: undefined, state: undefined, month: undefined, show: undefined, place: undefined });
    return html`<button aria-pressed=${tab === this.here} @click=${leave}>${t(tab.label)}</button>`;
  }
}

customElements.define('coordonare-workspace', CoordonareWorkspace);
