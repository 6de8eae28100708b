import { html, nothing } from 'lit';
import { dayMedium, instant } from '../../parts/format.js';
import { t } from '../../parts/i18n.js';
import { icon } from '../../parts/icons.js';
import { Part } from '../../parts/part.js';

/**
 * Where the visit is held and whom to call there; a planner corrects it, and tells of a new room. Says `room-said` with what is to be
 * sent, and `room-told`. `posters` is where the poster of an announced visit is.
 */
class RoomField extends Part {
  static properties = { room: { attribute: false }, planner: { attribute: false }, busy: { attribute: false }, posters: { attribute: false }, editing: { state: true } };

  willUpdate(changes) {
    if (changes.has('room')) this.editing = false;
  }

  save(event) {
    event.preventDefault();
    this.say('room-said', { ...Object.fromEntries(new FormData(event.target)), version: this.room.version });
  }

  render() {
    const { room, contact, history } = this.room;
    return html`${room ? html`<p>${t('partner.room', { room })}</p>` : nothing}
      ${contact ? html`<p>${t('partner.contact', { contact })}</p>` : nothing}
      ${this.room.untold ? this.renderUntold() : nothing} ${this.planner ? (this.editing ? this.renderForm() : this.renderChange()) : nothing}
      ${history?.length > 1 ? this.renderHistory(history) : nothing}`;
  }

  renderUntold() {
    return html`<div class="notice warn" role="status">
      ${icon('warning')}
      <div class="stack">
        <b>${t('room.untold')}</b>
        <p>${t('room.untoldText')} ${this.posters ? t('room.untoldPoster') : nothing}</p>
        <div class="chips">
          <button class="btn primary" ?disabled=${this.busy} @click=${() => this.say('room-told')}>${t('room.tell')}</button>
          ${this.posters ? html`<a class="btn" href=${this.posters} download>${t('citizens.posterA4')}</a>` : nothing}
        </div>
      </div>
    </div>`;
  }

  renderChange() {
    return html`<div>
      <button
        class="btn quiet"
        @click=${() => {
          this.editing = true;
        }}
      >
        ${t(this.room.version ? 'room.correct' : 'room.set')}
      </button>
    </div>`;
  }

  renderForm() {
    const field = (name) =>
      html`<div class="field">
        <label for="room-${name}">${t(`room.${name}`)}</label
        ><input class="input" id="room-${name}" name=${name} maxlength="200" .value=${this.room[name]} />
      </div>`;
    return html`<form class="visit-form" @submit=${this.save}>
      ${field('room')} ${field('contact')}
      <p class="small dim">${t('room.text')}</p>
      <button class="btn primary" ?disabled=${this.busy}>${t('room.save')}</button>
    </form>`;
  }

  renderHistory(history) {
    return html`<details>
      <summary class="small dim">${t('room.history')}</summary>
      <ol class="history">
        ${[...history].reverse().map(
          (said) =>
            html`<li>
              <b>${[said.room || t('room.plansOwn'), said.contact].filter(Boolean).join(' · ')}</b>
              <small class="dim">${instant(said.at)} · ${said.by === 'link' ? t('partner.mayor') : said.by}</small>
              <p>${t('room.forDate', { date: dayMedium(said.date) })}</p>
            </li>`,
        )}
      </ol>
    </details>`;
  }
}

customElements.define('room-field', RoomField);
