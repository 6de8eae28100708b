package ro.caravana.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import ro.caravana.browser.Chromium.Size;
import ro.caravana.planning.support.PlanningTest;

/**
 * What comes back to the working group, in a real browser.
 *
 * <pre>
 *   a need reported by link → accepted → money set → decision taken → October closed → questionnaire on a phone → complaint a task
 * </pre>
 */
@PlanningTest
@TestPropertySource(properties = "caravana.coordination.link-days=32") // a house of its own: nobody else's visits
class WorkgroupWalkTests {
    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void whatComesBackIsAcceptedCountedReportedAndDecided() {
        visit("a", "2026-10-20");
        visit("b", "2026-11-20");
        Page desk = visitors().signedIn("planner", Size.DESK);
        String link = aLinkForTheExpert(desk);
        theExpertReportsOnAPhone(link);
        thePlannerAccepts(desk);
        theBudgetIsSet(desk);
        aSessionEndsInTheMiddleOfAForm(desk);
        aDecisionIsTakenAndOctoberClosed(desk);
        aCitizenAnswersOnAPhone(desk);
        theGroupSeesWhatItMay();
        assertThat(chromium.complaints()).isEmpty();
    }

    private void aSessionEndsInTheMiddleOfAForm(Page desk) {
        desk.navigate("/?w=coordonare&view=bani&show=2026");
        desk.getByLabel("Lei", new Page.GetByLabelOptions().setExact(true)).fill("12,50");
        desk.getByLabel("Pentru ce").fill("hârtie pentru afișe");
        desk.context().clearCookies();
        Locator enter = desk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Înregistrează"));
        enter.click();
        Locator banner = desk.locator(".banners");
        assertThat(banner).containsText("Ce ați scris aici rămâne");
        Screens.look(desk, "desk-session-ended");
        Page door = desk.context().waitForPage(() -> banner.locator("a").click());
        Visitors.enter(door, "planner");
        door.close();
        assertThat(desk.getByLabel("Pentru ce")).hasValue("hârtie pentru afișe");
        enter.click();
        assertThat(desk.locator("expenses-panel li")).containsText("hârtie pentru afișe");
        assertThat(banner.locator(".notice")).hasCount(0);
        onPaperThereAreNoFieldsToFill(desk);
    }

    private static void onPaperThereAreNoFieldsToFill(Page desk) {
        desk.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(desk.locator(".money tr.total")).isVisible();
        assertThat(desk.locator("expenses-panel li")).isVisible();
        assertThat(desk.locator("expenses-panel form")).isHidden();
        desk.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    private void visit(String id, String date) {
        jdbc.sql("""
                        INSERT INTO appointment (id, plan_id, visit_id, station, kind, siruta, uat_siruta, locality, uat, site_id,
                          site_name, persons, visit_date, start_second, end_second, state, version, changed_at)
                        VALUES (?, 'gone', ?, 'station-1', 'CAPTURE', 57715, 57706, 'Mociu', 'Mociu', 'x', 'x', 20, ?, 32400, 46800,
                          'DONE', 1, ?)
                        """)
                .params(
                        "gone." + id,
                        id,
                        LocalDate.parse(date),
                        OffsetDateTime.of(2026, 9, 1, 8, 0, 0, 0, ZoneOffset.UTC))
                .update();
    }

    private Visitors visitors() {
        return new Visitors(chromium, port);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static void tab(Page page, String name) {
        page.locator(".coord-head").getByText(name).click();
    }

    private static String aLinkForTheExpert(Page page) {
        page.navigate("/?w=coordonare&view=nevoi");
        page.getByLabel("Cui îi dați linkul").fill("expert romi Mociu");
        page.locator("#reporter-uat").selectOption("Mociu");
        page.getByRole(AriaRole.BUTTON, named("Fă un link")).click();
        assertThat(page.getByLabel("Link nou: expert romi Mociu")).isVisible();
        Screens.look(page, "desk-needs-link");
        return page.getByLabel("Link nou: expert romi Mociu").inputValue();
    }

    private void theExpertReportsOnAPhone(String link) {
        Page phone = visitors().stranger(Size.PHONE);
        phone.navigate(link);
        phone.getByLabel("Câte persoane, aproximativ").fill("14");
        phone.getByLabel("La ce dată ați constatat").fill("2026-11-20");
        Screens.look(phone, "phone-need-form");
        phone.getByRole(AriaRole.BUTTON, named("Trimite")).click();
        assertThat(phone.getByText("Am notat, vă mulțumim")).isVisible();
        phone.close();
    }

    private static void thePlannerAccepts(Page page) {
        tab(page, "Vizite");
        tab(page, "Nevoi semnalate");
        assertThat(page.locator("report-list li")).containsText("Aproximativ 14 persoane");
        Screens.look(page, "desk-needs-reported");
        page.getByRole(AriaRole.BUTTON, named("Primește")).click();
        assertThat(page.locator("report-list .chip.on")).containsText("De hotărât 0");
    }

    private static void theBudgetIsSet(Page page) {
        tab(page, "Bani");
        page.getByRole(AriaRole.BUTTON, named("Schimbă bugetul și prețurile")).click();
        page.locator("#money-FUEL").fill("25.000,00");
        page.getByRole(AriaRole.BUTTON, named("Salvează")).click();
        assertThat(page.locator(".money tr.total")).containsText("25.000,00");
        Screens.look(page, "desk-money");
    }

    private static void aDecisionIsTakenAndOctoberClosed(Page page) {
        tab(page, "Grupul de lucru");
        aTargetStandsBesideWhatWasReached(page);
        page.getByLabel("Ce s-a hotărât").fill("Sală încălzită la Mociu");
        page.getByLabel("Cine răspunde").fill("Primăria Mociu");
        page.getByRole(AriaRole.BUTTON, named("Adaugă hotărârea")).click();
        assertThat(page.locator("decision-list li")).containsText("Primăria Mociu");
        page.locator("month-list li")
                .filter(new Locator.FilterOptions().setHasText("Octombrie 2026"))
                .getByRole(AriaRole.BUTTON)
                .click();
        page.getByRole(AriaRole.BUTTON, named("Închide pentru totdeauna")).click();
        assertThat(page.locator("month-list")).containsText(Pattern.compile("Închis la .* de planner"));
        Screens.look(page, "desk-group");
    }

    private static void aTargetStandsBesideWhatWasReached(Page page) {
        page.getByRole(AriaRole.BUTTON, named("Stabilește țintele")).click();
        page.locator("#target-VISITS").fill("40");
        page.locator("#target-PERSONS").fill("900");
        page.locator("target-form .money-form .btn.primary").click();
        assertThat(page.locator(".target-facts")).containsText(Pattern.compile("\\d+ din 40"));
        assertThat(page.locator(".target-facts")).containsText("din 900");
    }

    private void aCitizenAnswersOnAPhone(Page desk) {
        desk.request().get("/api/v1/visits/gone.b/questionnaire.pdf");
        String token = jdbc.sql("SELECT token FROM questionnaire WHERE visit_id = 'gone.b'")
                .query(String.class)
                .single();
        Page phone = visitors().stranger(Size.PHONE);
        phone.navigate("/public/questionnaires/" + token);
        phone.locator("input[name=q5][value='4']").check();
        phone.getByLabel("Ce nu a fost în regulă?").fill("A fost frig.");
        Screens.look(phone, "phone-questionnaire");
        phone.getByRole(AriaRole.BUTTON, named("Trimite")).click();
        assertThat(phone.getByText("Am notat răspunsul dumneavoastră.")).isVisible();
        phone.close();
        tab(desk, "Calitate");
        assertThat(desk.locator("complaint-list")).containsText("A fost frig.");
        assertThat(desk.locator("data-table")).containsText("Noiembrie 2026");
        Screens.look(desk, "desk-quality");
        tab(desk, "Grupul de lucru");
        assertThat(desk.locator("decision-list")).containsText("Răspuns la o sesizare despre vizita din 20.11.2026");
    }

    private void theGroupSeesWhatItMay() {
        Page phone = visitors().signedIn("viewer", Size.PHONE);
        phone.navigate("/?w=coordonare&view=grup");
        assertThat(phone.locator("decision-list")).containsText("Sală încălzită la Mociu");
        assertThat(phone.locator("decision-list")).not().containsText("sesizare");
        assertThat(phone.locator("month-list")).not().containsText("exemplarul intern");
        Screens.look(phone, "phone-group");
        tab(phone, "Bani");
        assertThat(phone.getByText("Bugetul este pentru planificatori")).isVisible();
        phone.close();
    }
}
