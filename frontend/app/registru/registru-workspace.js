import { html, nothing } from 'lit';
import { Part } from '../../parts/part.js';
import { alarms, isAdministrator, isPlanner, me, offices, quarantine } from '../store.js';
import './aliases-panel.js';
import './reported-panel.js';
import './keys-panel.js';
import './offices-panel.js';
import './quarantine-panel.js';

const MILLIS_BETWEEN_LOOKS = 5_000;

/** Which office is behind, what has been reported, what nobody could count. */
class RegistruWorkspace extends Part {
  constructor() {
    super();
    me.usedBy(this);
    this.addEventListener('coverage-moved', () => this.lookSoon());
  }

  /** A batch has come: the offices' state and the quarantine have moved too; many batches, one look. */
  lookSoon() {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      offices.refresh();
      alarms.refresh();
      if (isPlanner()) quarantine.refresh();
    }, MILLIS_BETWEEN_LOOKS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  render() {
    return html`<div class="date-grid">
      <div class="stack wide">
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
