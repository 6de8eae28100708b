import { html, nothing } from 'lit';
import { Part } from '../../parts/part.js';
import { isPlanner, me } from '../store.js';
import './decision-list.js';
import './month-list.js';
import './silent-partners.js';
import './target-form.js';

/** What the working group sees and decides: the months' reports, the decisions, the year's targets. */
class GroupScreen extends Part {
  constructor() {
    super();
    me.usedBy(this);
  }

  /** The group's own words may follow; the subject is only begun. */
  decide(event) {
    const subject = this.querySelector('#decision-subject');
    subject.value = event.detail;
    subject.focus();
  }

  render() {
    return html`<div class="date-grid group-grid">
      <div class="stack wide">
        <month-list></month-list>
        <target-form></target-form>
      </div>
      <div class="stack wide">
        ${
          me.value
            ? html`<silent-partners .planner=${isPlanner()} @to-decide=${this.decide}></silent-partners>
                <decision-list .planner=${isPlanner()}></decision-list>`
            : nothing
        }
      </div>
    </div>`;
  }
}

customElements.define('group-screen', GroupScreen);
