import { html, nothing } from 'lit';
import { t } from '../../parts/i18n.js';
import { Part } from '../../parts/part.js';
import { RouteController, go, route } from '../route.js';
import { alarms, isAdministrator, isPlanner, me, offices, quarantine, sendingOffices } from '../store.js';
import './aliases-panel.js';
import './reported-panel.js';
import './services-map.js';
import './siieasc-screen.js';
import './keys-panel.js';
import './offices-panel.js';
import './quarantine-panel.js';

const MILLIS_BETWEEN_LOOKS = 5_000;
/** A batch that is refused, or of which nothing could be counted, moves no figure: people hear of it all the same. */
const MILLIS_UNTIL_A_LOOK_UNASKED = 30_000;

/** Which local service is behind, what has been reported, what nobody could count; and how far the civil status offices are. */
class RegistruWorkspace extends Part {
  constructor() {
    super();
    new RouteController(this);
    me.usedBy(this);
    this.addEventListener('coverage-moved', () => this.lookSoon());
  }

  connectedCallback() {
    super.connectedCallback();
    this.unasked = setInterval(() => document.hidden || this.lookSoon(), MILLIS_UNTIL_A_LOOK_UNASKED);
  }

  /** A batch has come: the offices' state and the quarantine have moved too; many batches, one look. */
  lookSoon() {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      offices.refresh();
      sendingOffices.refresh();
      alarms.refresh();
      if (isPlanner()) quarantine.refresh();
    }, MILLIS_BETWEEN_LOOKS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.unasked);
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  render() {
    const civilStatus = route().view === 'siieasc';
    const tab = (view, label) =>
      html`<button aria-pressed=${(route().view === 'siieasc') === (view === 'siieasc')} @click=${() => go({ view, place: undefined, state: undefined })}>
        ${label}
      </button>`;
    return html`<div class="registru-head">
        <div class="segments" role="group" aria-label=${t('registru.which')}>
          ${tab(undefined, t('registru.services'))} ${tab('siieasc', t('registru.civilStatus'))}
        </div>
      </div>
      ${civilStatus ? html`<siieasc-screen></siieasc-screen>` : this.renderServices()}`;
  }

  renderServices() {
    return html`<div class="date-grid registru-grid">
      <div class="stack wide">
        <services-map></services-map>
        <offices-panel></offices-panel>
        ${isAdministrator() ? html`<keys-panel></keys-panel>` : nothing}
      </div>
      <div class="stack wide">
        <reported-panel></reported-panel>
        ${isPlanner() ? html`<quarantine-panel></quarantine-panel><aliases-panel></aliases-panel>` : nothing}
      </div>
    </div>`;
  }
}

customElements.define('registru-workspace', RegistruWorkspace);
