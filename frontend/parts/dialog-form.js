import { html } from 'lit';
import { t } from './i18n.js';
import { icon } from './icons.js';
import { Part } from './part.js';

/** A form in a dialog. Who extends it renders a `dialog` with a `form` in it, and begins the form with `renderHead`. */
export class DialogForm extends Part {
  static properties = { problem: { state: true }, busy: { state: true } };

  open() {
    this.problem = undefined;
    this.querySelector('form').reset();
    this.querySelector('dialog').showModal();
  }

  close() {
    this.querySelector('dialog').close();
  }

  /** Sends; `busy` meanwhile, and `problem` where the server refuses. */
  async trying(work) {
    this.busy = true;
    this.problem = undefined;
    try {
      await work();
    } catch (problem) {
      this.problem = problem;
    } finally {
      this.busy = false;
    }
  }

  /** @param id by which the dialog is labelled */
  renderHead(id, title) {
    return html`<div class="dialog-head">
      <h2 id=${id}>${title}</h2>
      <button type="button" class="btn icon quiet" aria-label=${t('action.close')} @click=${this.close}>${icon('close', 18)}</button>
    </div>`;
  }
}
