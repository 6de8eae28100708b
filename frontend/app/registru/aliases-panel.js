import { html, nothing } from 'lit';
import { instant } from '../../parts/format.js';
import { t } from '../../parts/i18n.js';
import { Part } from '../../parts/part.js';
import { problemNotice } from '../../parts/state-message.js';
import { send } from '../api.js';
import { aliases, localities, uats } from '../store.js';

/** For planners: what the offices' own codes have been agreed to mean. Nothing is shown while there are none. */
class AliasesPanel extends Part {
  static properties = { problem: { state: true } };

  constructor() {
    super();
    aliases.usedBy(this);
    uats.usedBy(this);
    localities.usedBy(this);
  }

  async takeBack(alias) {
    this.problem = undefined;
    try {
      await send('DELETE', `/api/v1/sync/aliases/${alias.id}`);
    } catch (problem) {
      this.problem = problem;
    }
    aliases.refresh();
  }

  meaning(alias) {
    if (alias.field === 'CATEGORY') return t(`category.${alias.means}`);
    const place = [...(uats.value ?? []), ...(localities.value ?? [])].find((f) => String(f.id) === alias.means);
    return place ? `${place.properties.name} (${alias.means})` : alias.means;
  }

  render() {
    if (!aliases.value?.length) return nothing;
    return html`<section class="card block" aria-label=${t('aliases.title')}>
      <h2>${t('aliases.title')}</h2>
      <p class="small dim">${t('aliases.text')}</p>
      ${this.problem ? problemNotice(this.problem) : nothing}
      <ul class="office-list">
        ${aliases.value.map((a) => this.renderAlias(a))}
      </ul>
    </section>`;
  }

  renderAlias(alias) {
    return html`<li>
      <div class="row center">
        <span><code>${alias.said}</code> → <b>${this.meaning(alias)}</b></span>
        <button class="btn" @click=${() => this.takeBack(alias)}>${t('aliases.takeBack')}</button>
      </div>
      <p class="small dim">${alias.office} · ${t('aliases.agreed', { by: alias.madeBy, when: instant(alias.madeAt) })}</p>
    </li>`;
  }
}

customElements.define('aliases-panel', AliasesPanel);
