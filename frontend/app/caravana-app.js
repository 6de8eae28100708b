import { html, nothing } from 'lit';
import { LANGUAGES, language, t, tn, useLanguage } from '../parts/i18n.js';
import { icon } from '../parts/icons.js';
import { Part } from '../parts/part.js';
import { dayMedium } from '../parts/format.js';
import { ApiProblem, onConnection, signOut } from './api.js';
import { forgetDays, unsentReports } from './forget-days.js';
import { RouteController, changed, go, href, route } from './route.js';
import { alarms, county, isAdministrator, isPlanner, me } from './store.js';
import { refused } from '../parts/state-message.js';
import '../parts/place-search.js';

const WORKSPACES = [
  {
    name: 'harta',
    icon: 'map',
    element: () => import('./harta/harta-workspace.js'),
    view: () => html`<harta-workspace></harta-workspace>`,
  },
  {
    name: 'plan',
    icon: 'calendar',
    element: () => import('./plan/plan-workspace.js'),
    view: () => html`<plan-workspace></plan-workspace>`,
  },
  {
    name: 'coordonare',
    icon: 'letter',
    element: () => import('./coordonare/coordonare-workspace.js'),
    view: () => html`<coordonare-workspace></coordonare-workspace>`,
  },
  {
    name: 'teren',
    icon: 'van',
    element: () => import('./teren/teren-workspace.js'),
    view: () => html`<teren-workspace></teren-workspace>`,
  },
  {
    name: 'registru',
    icon: 'register',
    element: () => import('./registru/registru-workspace.js'),
    view: () => html`<registru-workspace></registru-workspace>`,
  },
  {
    name: 'date',
    icon: 'data',
    element: () => import('./date/date-workspace.js'),
    view: () => html`<date-workspace></date-workspace>`,
  },
];

const UNREACHABLE = new ApiProblem({ status: 0 });

/** A menu closes when something in it was chosen, when one clicks beside it, and on Escape. */
function closeMenus(clicked) {
  for (const menu of document.querySelectorAll('details.menu[open]'))
    if (!menu.contains(clicked) || clicked.closest('.menu-item')) menu.open = false;
}

const MILLIS_BETWEEN_ALARMS = 60_000;

/** How many alarms nobody has looked at, beside the way to them. */
function raised() {
  const count = alarms.value?.length;
  return count ? html`<b class="raised-count" title=${tn('office.alarms', count)}><span aria-hidden="true">${count}</span><span class="visually-hidden">${tn('office.alarms', count)}</span></b>` : nothing;
}

/** The frame: where one can go, what one looks at, how real the figures are, who is signed in. */
class CaravanaApp extends Part {
  static properties = { offline: { state: true }, signedOut: { state: true }, missing: { state: true } };

  constructor() {
    super();
    this.offline = false;
    this.signedOut = false;
    this.routeController = new RouteController(this);
    county.usedBy(this);
    me.usedBy(this);
    onConnection('offline', () => {
      this.offline = true;
    });
    onConnection('online', () => {
      this.offline = false;
    });
    onConnection('signed-out', () => this.leave());
    onConnection('answered', () => this.perhapsBack());
    window.addEventListener('offline', () => {
      this.offline = true;
    });
    window.addEventListener('online', () => {
      this.offline = false;
    });
    document.addEventListener('visibilitychange', () => this.perhapsBack());
    window.addEventListener('keydown', (event) => this.shortcut(event));
    window.addEventListener('click', (event) => closeMenus(event.target));
  }

  get workspace() {
    return WORKSPACES.find((w) => w.name === route().workspace);
  }

  /** Nobody has seen anything yet: straight to the door. In the middle of work: say so first, so that nothing typed is lost. */
  leave() {
    if (me.value) this.signedOut = true;
    else location.replace(this.door);
  }

  /** One has signed in again in the other window: this one goes on, unless it is somebody else now. */
  async perhapsBack() {
    if (!this.signedOut || this.asking || document.visibilityState !== 'visible') return;
    this.asking = true;
    const before = me.value.name;
    await me.refresh();
    this.asking = false;
    if (me.problem) return;
    if (me.value.name !== before) location.reload();
    this.signedOut = false;
  }

  get door() {
    return `/login?next=${encodeURIComponent(location.pathname + location.search)}`;
  }

  shortcut(event) {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      this.querySelector('place-search').open();
    }
    if (event.key === 'Escape') closeMenus();
  }

  /** Whoever works with the services is told of an alarm wherever they are. */
  watchAlarms() {
    if (this.watching || !(isPlanner() || isAdministrator())) return;
    this.watching = true;
    alarms.usedBy(this);
    setInterval(() => alarms.refresh(), MILLIS_BETWEEN_ALARMS);
  }

  willUpdate() {
    this.watchAlarms();
    const asked = this.workspace;
    asked.ready ??= asked.element().then(
      () => {
        this.missing = undefined;
      },
      () => {
        asked.ready = undefined;
        this.missing = asked.name;
      },
    );
    document.title = `${t(`workspace.${asked.name}.title`)} · ${t('app.name')}`;
  }

  render() {
    return html`<a class="skip" href="#main" @click=${this.skip}>${t('app.skip')}</a>
      ${this.renderRail()} ${this.renderHeader()}
      <main id="main" tabindex="-1" class="workspace ${this.workspace.name}">${this.renderWorkspace()}</main>
      <place-search></place-search>
      ${this.renderBanners()}`;
  }

  renderWorkspace() {
    if (this.missing !== this.workspace.name) return this.workspace.view();
    return html`<div>
      ${refused(UNREACHABLE, () => {
        this.missing = undefined;
      })}
    </div>`;
  }

  /** The other workspaces are fetched while nobody waits, so that they open at once, also when the network has gone. */
  firstUpdated() {
    const fetchAll = () => WORKSPACES.forEach((w) => w.element().catch(() => undefined));
    (window.requestIdleCallback ?? setTimeout)(fetchAll, { timeout: 4000 });
  }

  skip(event) {
    event.preventDefault();
    this.querySelector('#main').focus();
  }

  updated() {
    if (this.shown !== this.workspace) this.querySelector('main').scrollTo(0, 0); // where the last screen stood means nothing here
    this.shown = this.workspace;
    if (me.value?.mustChangePassword) location.replace(this.door);
  }

  renderRail() {
    return html`<nav class="rail" aria-label=${t('app.navigation')}>
      <a class="logo" href="/" aria-label=${t('app.home')} @click=${(e) => this.follow(e, { workspace: 'harta' })}
        ><img src="/icon.svg" alt="" width="40" height="40"
      /></a>
      <ul>
        ${WORKSPACES.map((w) => this.renderLink(w))}
      </ul>
      ${this.renderLanguages()}
    </nav>`;
  }

  renderLink(workspace) {
    const here = workspace === this.workspace;
    const target = { workspace: workspace.name };
    return html`<li>
      <a
        href=${href(changed(route(), target))}
        class=${here ? 'on' : ''}
        aria-current=${here ? 'page' : nothing}
        @click=${(e) => this.follow(e, target)}
        >${icon(workspace.icon, 22)}<span>${t(`workspace.${workspace.name}`)}</span>${workspace.name === 'registru' ? raised() : nothing}</a
      >
    </li>`;
  }

  follow(event, target) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(target);
  }

  renderLanguages() {
    const other = LANGUAGES.find((code) => code !== language());
    return html`<button class="language" lang=${other} @click=${() => useLanguage(other)}>
      <b aria-hidden="true">${other.toUpperCase()}</b><span>${t('app.otherLanguage')}</span>
    </button>`;
  }

  renderHeader() {
    return html`<header class="bar">
      <h1>${t(`workspace.${this.workspace.name}.title`)}</h1>
      ${this.renderCounty()} ${this.renderSynthetic()}
      <span class="grow"></span>
      <button class="search-open" @click=${() => this.querySelector('place-search').open()}>
        ${icon('search', 18)}<span>${t('search.open')}</span><kbd>${t('search.keys')}</kbd>
      </button>
      ${this.renderAccount()}
    </header>`;
  }

  renderCounty() {
    const c = county.value;
    if (!c) return html`<span class="chip county bone" aria-hidden="true">&nbsp;</span>`;
    return html`<span class="chip county"
      >${t('app.county', { name: c.name })} · ${tn('count.uat', c.uats)} · ${tn('count.locality', c.localities)}</span
    >`;
  }

  renderSynthetic() {
    const s = county.value?.statistics;
    if (!s?.synthetic) return nothing;
    return html`<span class="chip warn synthetic" title=${t('synthetic.long', { source: s.source, date: dayMedium(s.asOf) })}
      >${t('synthetic.short')}</span
    >`;
  }

  renderAccount() {
    const account = me.value;
    if (!account) return html`<span class="chip bone account" aria-hidden="true">&nbsp;</span>`;
    return html`<details class="menu account">
      <summary class="chip">${icon('user', 16)}<span>${account.name}</span></summary>
      <div class="menu-items">
        <p class="small dim account-roles">${account.roles.map((r) => t(`role.${r}`)).join(', ')}</p>
        <button class="menu-item" @click=${this.signOut}>${t('action.signOut')}</button>
      </div>
    </details>`;
  }

  async signOut() {
    const unsent = await unsentReports();
    if (unsent && !window.confirm(tn('field.leaving', unsent))) return;
    await forgetDays();
    await signOut().catch(() => undefined);
    location.assign('/login');
  }

  renderBanners() {
    return html`<div class="banners" role="status">
      ${
        this.offline
          ? html`<div class="notice warn">
              ${icon('offline')}
              <div>
                <b>${t('offline.title')}</b>
                <div>${t('offline.text')}</div>
              </div>
            </div>`
          : nothing
      }
      ${
        this.signedOut
          ? html`<div class="notice warn">
              ${icon('user')}
              <div class="grow">
                <b>${t('signedOut.title')}</b>
                <div>${t('signedOut.text')}</div>
              </div>
              <a class="btn primary" href=${this.door} target="_blank" rel="opener">${t('action.signIn')}</a>
            </div>`
          : nothing
      }
    </div>`;
  }
}

customElements.define('caravana-app', CaravanaApp);
