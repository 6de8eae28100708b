package ro.caravana.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import ro.caravana.Caravana;
import ro.caravana.browser.Chromium.Size;
import ro.caravana.planning.support.InNovember2026;

/**
 * The whole way of a newcomer, in a real browser, on a real first start with a database on disk.
 *
 * <pre>
 *   one-time password → map of need → plan 2027 → it improves → year, month, day → documents → the same on a phone
 * </pre>
 */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(classes = Caravana.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(InNovember2026.class)
@DirtiesContext
class YearWalkTests {
    private static final String PASSWORD = "o parolă numai a mea";
    private static final Pattern ONE_TIME = Pattern.compile("One-time password: (\\S+)");
    private static final Route.FulfillOptions NO_SCRIPT =
            new Route.FulfillOptions().setContentType("text/javascript").setBody("");

    @TempDir
    static Path data;

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void firstStart(DynamicPropertyRegistry settings) {
        settings.add("caravana.data", data::toString);
        settings.add("caravana.demo", () -> "false");
        settings.add("caravana.admin-password", () -> "");
    }

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void fromTheFirstStartToTheTeamsRouteSheet(CapturedOutput output) throws IOException {
        Page page = chromium.visitor("http://localhost:" + port, Size.DESK);
        signInForTheFirstTime(page, oneTimePassword(output));
        lookAtTheMap(page);
        orderTheYear(page);
        watchItImprove(page);
        readTheYear(page);
        takeTheActionGraphic(page);
        openADay(page);
        askAVisit(page);
        takeTheRouteSheet(page);
        seeWhereFiguresComeFrom(page);
        new ColleaguesWalk(chromium, "http://localhost:" + port).take(page);
        seeWhoIsBehind(page);
        changeTheLanguage(page);
        onThePhone();
        comeBackAgainAndAgain(page);
        assertThat(chromium.complaints()).isEmpty();
    }

    private static String oneTimePassword(CapturedOutput output) {
        Matcher printed = ONE_TIME.matcher(output.getAll());
        assertThat(printed.find()).as("the one-time password is printed").isTrue();
        return printed.group(1);
    }

    private static void signInForTheFirstTime(Page page, String oneTimePassword) {
        page.route("**/app/login.js", route -> route.fulfill(NO_SCRIPT));
        page.navigate("/");
        assertThat(page.locator("#enter .primary"))
                .isDisabled(); // a form sent before its script is here is answered with bare JSON
        page.unrouteAll();
        page.navigate("/");
        assertThat(page).hasURL(Pattern.compile("/login"));
        assertThat(page.getByLabel("Nume de utilizator")).isFocused();
        Screens.look(page, "desk-login");
        signIn(page, "nu este aceasta");
        assertThat(page.getByRole(AriaRole.ALERT).first()).isVisible();
        signIn(page, oneTimePassword);
        page.getByLabel("Parola nouă", exactly()).fill(PASSWORD);
        page.getByLabel("Parola nouă, încă o dată").fill(PASSWORD);
        Screens.look(page, "desk-own-password");
        page.getByText("Păstrează parola și intră").click();
    }

    private static void signIn(Page page, String password) {
        page.getByLabel("Nume de utilizator").fill("admin");
        page.getByLabel("Parolă", exactly()).fill(password);
        page.getByRole(AriaRole.BUTTON, named("Intră")).click();
    }

    private static void lookAtTheMap(Page page) {
        assertThat(page.getByRole(AriaRole.HEADING, headed("Unde sunt oamenii fără acte")))
                .isVisible();
        assertThat(page.locator("path.area")).hasCount(81);
        assertThat(page.getByText("Date sintetice, pentru probă")).isVisible();
        assertThat(page.locator(".county-panel")).containsText("interval 95%");
        assertThat(page.locator(".county-panel")).containsText("generalizate");
        Screens.look(page, "desk-map");
        page.locator(".county-panel .chip").filter(having("14 ani")).click();
        assertThat(page).hasURL(Pattern.compile("category=FIRST_ID_14"));
        page.goBack();
        page.keyboard().press("Control+k");
        page.keyboard().type("frata");
        page.keyboard().press("Enter");
        assertThat(page.locator(".place-panel h2")).hasText("Frata");
        Screens.look(page, "desk-map-place");
        page.keyboard().press("Escape");
        assertThat(page.locator(".place-panel")).hasCount(0);
        page.locator(".map-tools").getByText("Tabel").click();
        assertThat(page.locator("data-table tbody tr").first()).isVisible();
        Screens.look(page, "desk-map-table");
        page.locator(".map-tools").getByText("Hartă").click();
    }

    private static void orderTheYear(Page page) {
        workspace(page, "Plan");
        assertThat(page.getByText("Încă nu există un grafic")).isVisible();
        Screens.look(page, "desk-plan-none");
        page.getByRole(AriaRole.BUTTON, named("Plan nou")).first().click();
        assertThat(page.getByLabel("De la")).hasValue("2027-01-01");
        assertThat(page.getByLabel("Până la")).hasValue("2027-12-31");
        page.getByLabel("Cât se caută, secunde").fill("600");
        assertThat(page.locator("plan-form input[name=prefer]:checked")).hasCount(2);
        assertThat(page.locator("plan-form .prefer-no-terms")).containsText("2027–2028");
        page.getByLabel("Până la").fill("2027-06-30");
        assertThat(page.locator("plan-form .prefer-no-terms")).hasCount(0);
        page.getByLabel("Până la").fill("2027-12-31");
        Screens.look(page, "desk-plan-form");
        page.getByText("Caută planul").click();
    }

    /** A better solution arrives by itself; then the search is stopped, taken up again and stopped for good. */
    private static void watchItImprove(Page page) {
        assertThat(page.locator(".progress-figure [role=progressbar]")).isVisible();
        assertThat(page.locator(".plan-figure .num.good")).hasText("0");
        assertThat(page.locator(".progress-figure")).containsText(Pattern.compile("[+−]\\d"));
        assertThat(page.locator(".month .pill").first()).isVisible();
        Screens.look(page, "desk-plan-solving");
        page.getByLabel("Pune pe pauză").click();
        page.getByLabel("Continuă").click();
        page.getByLabel("Oprește și păstrează ce s-a găsit").click();
        assertThat(page.locator(".plan-figure .num.ended")).isVisible();
    }

    private static void readTheYear(Page page) {
        Screens.look(page, "desk-plan-month");
        for (String view : new String[] {"An", "Zile", "Reguli", "Neservite"}) {
            page.locator(".segments.views button").filter(having(view)).click();
            Screens.look(page, "desk-plan-" + view.toLowerCase(Locale.ROOT));
        }
        page.locator(".segments.views button").filter(having("Lună")).click();
    }

    private static void takeTheActionGraphic(Page page) throws IOException {
        for (String form : new String[] {"PDF %PDF", "XLSX PK", "ICS BEGIN:VCALENDAR", "CSV \uFEFFNr."}) {
            take(page, ".plan-downloads", form);
        }
    }

    private static void openADay(Page page) {
        Locator day = page.locator(".month button.day:not(.free)").first();
        day.click();
        assertThat(page).hasURL(Pattern.compile("date=2027-01-"));
        assertThat(page.locator(".day-panel .timetable li").first()).isVisible();
        Screens.look(page, "desk-plan-day");
        day.press("ArrowRight");
        page.goBack();
    }

    /** Why here and where else; moved and back; what changed; what if. */
    private static void askAVisit(Page page) {
        chooseAVisitWithOtherDays(page);
        assertThat(page.locator(".alternatives li").first()).isVisible();
        Screens.look(page, "desk-plan-visit");
        page.locator(".alternatives button").first().click();
        page.getByText("Dă înapoi").click();
        assertThat(page.getByText("Totul este ca înainte.")).isVisible();
        view(page, "Schimbări");
        assertThat(page.locator(".change")).hasCount(1);
        Screens.look(page, "desk-plan-changes");
        page.getByText("S-a schimbat ceva").click();
        Screens.look(page, "desk-plan-fact");
        page.keyboard().press("Escape");
        view(page, "Scenarii");
        page.locator(".plan-scenarios > .row button").click();
        assertThat(page.locator("dialog[open] input[name=prefer]").first()).isDisabled();
        page.locator("input[name=otherPreferred]").check();
        assertThat(page.locator("dialog[open] input[name=prefer]").first()).isEnabled();
        Screens.look(page, "desk-plan-scenario");
        page.keyboard().press("Escape");
        writeDownWhenItIsNotPossible(page);
        view(page, "Lună");
    }

    /** A mountain road in winter: written down, taken away, brought back, taken away for good. */
    private static void writeDownWhenItIsNotPossible(Page page) {
        view(page, "Program");
        page.locator(".plan-availability .btn.primary").first().click();
        page.locator("#availability-whose").selectOption("ROAD");
        page.locator("#availability-place").fill("Băișoara (tot UAT-ul)");
        Screens.look(page, "desk-plan-availability-form");
        page.locator("availability-form .btn.primary").click();
        Locator entry = page.locator(".availability-list li");
        assertThat(entry).containsText("închis în fiecare an, 1 decembrie – 15 martie");
        Screens.look(page, "desk-plan-availability");
        entry.getByRole(AriaRole.BUTTON).click();
        page.locator(".plan-availability .undo").click();
        assertThat(entry).hasCount(1);
        entry.getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator(".plan-availability")).containsText("Nu s-a notat nimic");
    }

    /** In a full year some visits can be nowhere else; the page says so, and the next one is asked about. */
    private static void chooseAVisitWithOtherDays(Page page) {
        Locator days = page.locator(".month button.day:not(.free)");
        for (int day = 0; day < days.count(); day++) {
            days.nth(day).click();
            page.locator(".day-panel .timetable button.link").first().click();
            page.locator(".plan-visit .alternatives, .plan-visit .no-others")
                    .first()
                    .waitFor();
            if (page.locator(".alternatives li").count() > 0) {
                return;
            }
        }
    }

    private static void view(Page page, String name) {
        page.locator(".segments.views button").filter(having(name)).click();
    }

    private static void takeTheRouteSheet(Page page) throws IOException {
        workspace(page, "Teren");
        assertThat(page.locator("teren-workspace .timetable li").first()).isVisible();
        Screens.look(page, "desk-field-day");
        for (String form : new String[] {"PDF %PDF", "GPX <?xml", "ICS BEGIN:VCALENDAR"}) {
            take(page, ".route-downloads", form);
        }
    }

    /** Opens the menu, takes the file in one form ("PDF %PDF": name of the form, how the file starts), keeps it beside the pictures. */
    private static void take(Page page, String menu, String form) throws IOException {
        String[] parts = form.split(" ", 2);
        Locator open = page.locator(menu);
        open.locator("summary").click();
        Download download = page.waitForDownload(
                () -> open.locator("a").filter(having(parts[0])).click());
        Path kept = Path.of("target", "screenshots", download.suggestedFilename());
        download.saveAs(kept);
        assertThat(open).not().hasAttribute("open", "");
        assertThat(new String(Files.readAllBytes(kept), StandardCharsets.UTF_8)).startsWith(parts[1]);
        assertThat(download.suggestedFilename()).endsWith("." + parts[0].toLowerCase(Locale.ROOT));
    }

    private static void seeWhereFiguresComeFrom(Page page) {
        workspace(page, "Date");
        assertThat(page.locator("date-workspace")).containsText("cluj-statistics.csv");
        Screens.look(page, "desk-data");
    }

    private static void seeWhoIsBehind(Page page) {
        workspace(page, "Registru");
        assertThat(page.locator("offices-panel li")).hasCount(6);
        assertThat(page.locator("coverage-table tbody tr")).hasCount(81);
        assertThat(page.locator(".live-chip.live")).isVisible();
        Screens.look(page, "desk-register");
    }

    private static void changeTheLanguage(Page page) {
        page.locator("button.language").click();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        workspace(page, "Map");
        assertThat(page.getByText("Synthetic figures, for trial")).isVisible();
        Screens.look(page, "desk-map-english");
        page.locator("button.language").click();
    }

    private void onThePhone() {
        Page phone = chromium.visitor("http://localhost:" + port, Size.PHONE);
        phone.navigate("/");
        assertThat(phone.getByLabel("Nume de utilizator")).isFocused();
        Screens.look(phone, "phone-login");
        signIn(phone, PASSWORD);
        assertThat(phone.locator("path.area")).hasCount(81);
        Screens.look(phone, "phone-map");
        for (String name : new String[] {"Plan", "Teren", "Registru", "Date"}) {
            workspace(phone, name);
            assertThat(phone.locator(name.toLowerCase(Locale.ROOT) + "-workspace"))
                    .isVisible();
            Screens.look(phone, "phone-" + name.toLowerCase(Locale.ROOT));
            standsUpright(phone, name);
        }
        takeADayAlong(phone);
    }

    private static void takeADayAlong(Page phone) {
        workspace(phone, "Plan");
        phone.locator(".month button.day:not(.free)").last().click();
        assertThat(phone.locator(".day-panel .timetable li").first()).isVisible();
        assertThat(phone.locator(".day-panel h2")).isInViewport();
        Screens.look(phone, "phone-day");
        standsUpright(phone, "the day");
        String day = phone.locator(".day-panel h2").textContent().strip();
        phone.locator(".day-panel").getByText("Ziua pe teren").click();
        assertThat(phone.locator("teren-workspace h2")).containsText(day);
        assertThat(phone.locator("teren-workspace .timetable li").first()).isVisible();
        assertThat(phone.locator("teren-workspace path.road").first()).isAttached();
        assertThat((Integer) phone.evaluate("document.querySelector('main').scrollTop"))
                .as("the day starts at its top")
                .isZero();
        Screens.look(phone, "phone-route");
        standsUpright(phone, "the route");
    }

    private static void standsUpright(Page phone, String what) {
        assertThat((Boolean) phone.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("%s does not scroll sideways", what)
                .isTrue();
    }

    /** A server that forgets a queued request on a connection shows here: the page asks for a hundred files over six of them. */
    private static void comeBackAgainAndAgain(Page page) {
        for (int visit = 0; visit < 10; visit++) {
            page.context().clearCookies();
            page.navigate("/login");
            signIn(page, PASSWORD);
            assertThat(page.locator("path.area")).hasCount(81);
        }
    }

    private static void workspace(Page page, String name) {
        page.locator("nav.rail a").filter(having(name)).last().click();
        assertThat(page.locator("nav.rail a[aria-current=page]")).containsText(name);
        assertThat(page.locator("main > *")).hasCount(1);
    }

    private static Locator.FilterOptions having(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions headed(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
