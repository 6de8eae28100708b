package ro.caravana.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import ro.caravana.browser.Chromium.Size;
import ro.caravana.planning.support.PlanningTest;
import ro.caravana.planning.support.SolvedPlan;
import ro.caravana.support.Browserless;

/**
 * From a finished plan to a visit that citizens know of, in a real browser.
 *
 * <pre>
 *   take up the plan → ask → the mayor, on a telephone, picks another date → the police agrees → announce → the same on a phone
 * </pre>
 */
@PlanningTest
@TestPropertySource(properties = "caravana.coordination.link-days=31") // a house of its own: nothing is in work yet
class CoordinationWalkTests {
    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private Browserless app;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void aVisitIsAskedAboutAnsweredAndAnnounced() {
        SolvedPlan.order(app, "Primăvara", "2027-03-01", "2027-04-30");
        Page desk = visitors().signedIn("planner", Size.DESK);
        takeUpThePlan(desk);
        String link = ask(desk);
        theMayorPicksAnotherDate(link);
        thePoliceAgreesAndCitizensAreTold(desk);
        citizensLookItUp(desk);
        inEnglish(desk);
        onThePhone(desk.url());
        assertThat(chromium.complaints()).isEmpty();
    }

    private Visitors visitors() {
        return new Visitors(chromium, port);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static void takeUpThePlan(Page page) {
        page.navigate("/?w=coordonare");
        assertThat(page.getByText("Nicio vizită nu este în lucru")).isVisible();
        Screens.look(page, "desk-coordination-none");
        page.getByRole(AriaRole.BUTTON, named("Ia planul în lucru")).click();
        assertThat(page.locator(".visit-row").first()).isVisible();
    }

    /** Without a mouse: the keyboard goes along into the visit, and stays there when a button has done its work. Answers the mayor's link. */
    private static String ask(Page page) {
        page.locator(".board-filter .chip").filter(having("De întrebat")).click();
        assertThat(page).hasURL(Pattern.compile("state=toAsk"));
        page.locator(".visit-row").first().focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".visit-panel h2")).isFocused();
        page.getByRole(AriaRole.BUTTON, named("Întreabă primarul și poliția")).focus();
        page.keyboard().press("Enter");
        Locator links = page.locator("div.partner-link input");
        assertThat(links).hasCount(2);
        assertThat(page.locator(".visit-panel h2")).isFocused();
        page.locator(".board-filter .chip").filter(having("Așteaptă răspuns")).click();
        assertThat(page.locator(".visit-row")).hasCount(1);
        Screens.look(page, "desk-coordination-asked");
        return links.first().inputValue();
    }

    private static Locator.FilterOptions having(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private void theMayorPicksAnotherDate(String link) {
        Page page = visitors().stranger(Size.PHONE);
        page.navigate(URI.create(link).getPath());
        assertThat(page.locator("h1")).containsText("Stația mobilă");
        Screens.look(page, "phone-partner-question");
        page.getByLabel("Ne convine altă dată").check();
        page.locator("input[name=alternative]").first().check();
        page.getByLabel("Sala sau clădirea").fill("Căminul cultural, sala mare");
        page.getByLabel("Cu cine vorbim").fill("secretar, 0264 000 000");
        page.getByRole(AriaRole.BUTTON, named("Trimite răspunsul")).click();
        assertThat(page.locator("h1")).containsText("Mulțumim");
        Screens.look(page, "phone-partner-thanks");
    }

    private static void thePoliceAgreesAndCitizensAreTold(Page page) {
        page.reload();
        assertThat(page.locator(".visit-panel .state-chip")).hasText("confirmată de primar");
        assertThat(page.locator(".partners")).containsText("Căminul cultural, sala mare");
        assertThat(page.locator(".visit-panel .facts")).containsText("Căminul cultural, sala mare");
        assertThat(page.locator(".history li")).hasCount(4);
        page.getByRole(AriaRole.BUTTON, named("A spus da")).click();
        page.getByRole(AriaRole.BUTTON, named("Anunță cetățenii")).click();
        assertThat(page.locator(".visit-panel .state-chip")).hasText("anunțată");
        theMayorIsToldByTelephone(page);
        page.getByRole(AriaRole.BUTTON, named("Mută").setExact(true)).click();
        assertThat(page.getByLabel("Motivul: cetățenii știu deja de vizită")).isVisible();
        page.locator(".board-filter .chip").filter(having("Anunțate")).click();
        Screens.look(page, "desk-coordination-announced");
        page.locator(".board-filter .chip").filter(having("Toate")).click();
        page.locator(".visit-row").first().focus();
        page.keyboard().press("ArrowDown");
        assertThat(page.locator(".visit-row").nth(1)).isFocused();
    }

    /** No mail leaves this house: somebody calls and says so; the other one stays on the list, with a letter. */
    private static void theMayorIsToldByTelephone(Page page) {
        Locator toTell = page.locator(".visit-panel to-tell .notice");
        assertThat(toTell).hasCount(2);
        toTell.first().getByText("I s-a spus").click();
        assertThat(toTell).hasCount(1);
        assertThat(toTell.getByText("Scrisoarea (PDF)"))
                .hasAttribute("href", Pattern.compile("/notices/police\\.pdf$"));
        page.locator(".board-filter .chip").filter(having("De spus la telefon")).click();
        assertThat(page.locator(".visit-row")).hasCount(1);
    }

    /** Without an account, on a telephone: what the poster's square leads to. */
    private void citizensLookItUp(Page desk) {
        String own = desk.getByText("Pagina vizitei și textul de citit").getAttribute("href");
        Page page = visitors().stranger(Size.PHONE);
        page.navigate(own);
        assertThat(page.getByText("Vizita are loc așa cum a fost anunțată.")).isVisible();
        Screens.look(page, "phone-public-visit");
        page.navigate("/public?lang=en");
        assertThat(page.locator("h1")).hasText("Where the mobile station for identity cards comes");
        assertThat(page.locator("a.next")).hasCount(1);
        Screens.look(page, "phone-public");
    }

    private static void inEnglish(Page page) {
        page.getByRole(AriaRole.BUTTON, named("English")).click();
        assertThat(page.locator("h1")).hasText("Who has to answer");
        assertThat(page.locator(".visit-panel .state-chip")).hasText("announced");
        page.getByRole(AriaRole.BUTTON, named("Română")).click();
    }

    private void onThePhone(String address) {
        Page page = visitors().signedIn("planner", Size.PHONE);
        page.navigate("/?w=coordonare");
        assertThat(page.locator(".visit-row").first()).isVisible();
        Screens.look(page, "phone-coordination");
        page.navigate("/?" + URI.create(address).getRawQuery());
        assertThat(page.locator(".visit-panel h2")).isVisible();
        assertThat(page.locator(".board-list")).isHidden();
        Screens.look(page, "phone-coordination-visit");
        page.getByText("Înapoi la listă").click();
        assertThat(page.locator(".board-list")).isVisible();
    }
}
