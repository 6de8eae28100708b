package ro.caravana.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static ro.caravana.planning.support.SolvedPlan.read;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import ro.caravana.browser.Chromium.Size;
import ro.caravana.fieldwork.web.MovableClock;
import ro.caravana.planning.support.SolvedPlan;
import ro.caravana.support.Browserless;
import ro.caravana.support.CaravanaTest;
import tools.jackson.databind.JsonNode;

/**
 * A team's day on a telephone whose network is cut, in a real browser.
 *
 * <pre>
 *   in the office: the day comes onto the phone → no network: reload, set off, arrive, count, sign, close the browser
 *   → network: the report leaves once → a second phone says otherwise → a planner decides
 * </pre>
 */
@CaravanaTest
@Import(MovableClock.Setting.class)
@TestPropertySource(
        properties = {"caravana.planning.steps=2000", "caravana.coordination.link-days=32"}) // a house of its own
class FieldWalkTests {
    private static final ZoneId ZONE = ZoneId.of("Europe/Bucharest");
    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private Browserless app;

    @Autowired
    private MovableClock clock;

    private String visit = "";
    private String place = "";
    private LocalDate day = LocalDate.EPOCH;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void aDayWithoutANetworkIsReportedOnceItIsBack() {
        announceTheFirstVisits();
        Page phone = signedIn("field", Size.PHONE);
        theDayComesOntoThePhone(phone);
        twoWindowsCountTogether(phone);
        aPrivateWindowSaysThatItKeepsNothing();
        phone.context().setOffline(true);
        chromium.expectsNoNetwork(true);
        Page reopened = theVisitIsReportedWithoutANetwork(phone);
        reopened.context().setOffline(false);
        theReportLeavesOnce(reopened);
        chromium.expectsNoNetwork(false);
        aPlannerDecidesBetweenTwoPhones();
        theSessionEndsAndNothingIsLost(reopened);
        assertThat(chromium.complaints()).isEmpty();
    }

    private void announceTheFirstVisits() {
        String plan = SolvedPlan.order(app, "Teren", "2027-03-01", "2027-03-31");
        List<JsonNode> visits = read(app.planner().post().uri("/api/v1/plans/" + plan + "/acceptance"))
                .at("/visits")
                .valueStream()
                .filter(each -> "CAPTURE".equals(each.at("/kind").asString()))
                .toList();
        JsonNode first = visits.get(0);
        visit = first.at("/id").asString();
        place = first.at("/locality").asString();
        day = LocalDate.parse(first.at("/date").asString());
        visits.stream()
                .filter(each -> day.toString().equals(each.at("/date").asString()))
                .forEach(each -> List.of("ask", "confirm", "announce")
                        .forEach(action -> read(app.planner()
                                .post()
                                .uri("/api/v1/visits/" + each.at("/id").asString() + "/actions/" + action))));
        clock.set(at("07:10"));
    }

    private Instant at(String time) {
        return day.atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
    }

    private Page signedIn(String account, Size size) {
        return new Visitors(chromium, port).signedIn(account, size, "/?w=teren", at("07:10"));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private void theDayComesOntoThePhone(Page page) {
        assertThat(page.getByText("pe telefon și se deschid")).isVisible();
        assertThat(page.locator(".fv.next .fv-head b").first()).hasText(place);
        Screens.look(page, "phone-field-morning");
    }

    /** Side by side, so that none of them ever comes back into view. */
    private void twoWindowsCountTogether(Page phone) {
        Page second = phone.context().newPage();
        second.clock().setSystemTime(Date.from(at("07:10")));
        second.navigate("/?w=teren");
        assertThat(second.getByRole(AriaRole.BUTTON, named("Am ajuns"))).isVisible();
        phone.getByRole(AriaRole.BUTTON, named("Trece raportul de pe foaie")).click();
        phone.getByLabel("Mai mult: Act expirat").click();
        assertThat(second.getByLabel("Act expirat", exactly())).hasText("1");
        second.getByLabel("Mai mult: Act expirat").click();
        assertThat(phone.getByLabel("Act expirat", exactly())).hasText("2");
        phone.getByLabel("Mai puțin: Act expirat").click();
        assertThat(second.getByLabel("Act expirat", exactly())).hasText("1");
        second.getByLabel("Mai puțin: Act expirat").click();
        assertThat(phone.getByLabel("Act expirat", exactly())).hasText("0");
        second.close();
        forgetTheDraft(phone);
    }

    private void forgetTheDraft(Page phone) {
        phone.evaluate("async () => { const { drafts } = await import('/app/teren/field-store.js');"
                + " for (const draft of [...drafts.items.values()]) await drafts.drop(draft); }");
        phone.reload();
        assertThat(phone.getByRole(AriaRole.BUTTON, named("Pornim spre " + place)))
                .isVisible();
    }

    private void aPrivateWindowSaysThatItKeepsNothing() {
        Page page = new Visitors(chromium, port).stranger(Size.PHONE);
        page.addInitScript("IDBFactory.prototype.open = () => { throw new DOMException('denied', 'SecurityError'); };");
        page.clock().setSystemTime(Date.from(at("07:10")));
        page.navigate("/login?next=/?w=teren");
        Visitors.enter(page, "field");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("nu închideți și nu reîncărcați pagina");
        page.getByRole(AriaRole.BUTTON, named("Trece raportul de pe foaie")).click();
        page.getByLabel("Mai mult: Act expirat").click();
        assertThat(page.getByText("ținut minte numai cât timp pagina e deschisă"))
                .isVisible();
        Screens.look(page, "phone-field-private");
        page.context().close();
    }

    private Page theVisitIsReportedWithoutANetwork(Page page) {
        page.reload();
        assertThat(page.getByText("ziua așa cum era")).isVisible();
        page.getByRole(AriaRole.BUTTON, named("Pornim spre " + place)).click();
        assertThat(page.locator(".unsent")).containsText("un raport de trimis");
        page.clock().setSystemTime(Date.from(at("08:20")));
        page.getByRole(AriaRole.BUTTON, named("Am ajuns")).click();
        for (int i = 0; i < 3; i++) {
            page.getByLabel("Mai mult: Fără act de identitate").click();
        }
        page.reload();
        assertThat(page.getByLabel("Fără act de identitate", exactly())).hasText("3");
        inEnglishWithoutANetwork(page);
        page.getByLabel("Mai mult: Act expirat").click();
        page.locator("summary").filter(having("Trimise acasă")).click();
        page.getByLabel("Mai mult: Fără act de locuință").click();
        page.getByLabel("Kilometri până aici").fill("48,5");
        Screens.look(page, "phone-field-counting");
        page.clock().setSystemTime(Date.from(at("12:30")));
        page.getByRole(AriaRole.BUTTON, named("Încheie " + place)).click();
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("4 persoane servite");
        Screens.look(page, "phone-field-sign");
        page.getByRole(AriaRole.BUTTON, named("Semnez")).click();
        assertThat(page.locator(".outbox li").first()).containsText("netrimis");
        Screens.look(page, "phone-field-unsent");
        Page reopened = page.context().newPage();
        page.close();
        reopened.clock().setSystemTime(Date.from(at("15:00")));
        reopened.navigate("/?w=teren");
        assertThat(reopened.locator(".unsent")).containsText("2 de trimis");
        assertThat(reopened.locator(".outbox li").first()).containsText("netrimis, acum");
        assertThat(read(app.planner().get().uri("/api/v1/visits/" + visit))
                        .at("/state")
                        .asString())
                .isEqualTo("announced");
        return reopened;
    }

    private void inEnglishWithoutANetwork(Page page) {
        page.getByRole(AriaRole.BUTTON, named("English")).click();
        assertThat(page.getByRole(AriaRole.BUTTON, named("Finish " + place))).isVisible();
        Screens.look(page, "phone-field-english");
        page.getByRole(AriaRole.BUTTON, named("Română")).click();
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Locator.FilterOptions having(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private void theReportLeavesOnce(Page page) {
        clock.set(at("15:00"));
        Locator now = page.getByRole(AriaRole.BUTTON, named("Trimite acum"));
        if (now.isVisible()) {
            now.click();
        }
        assertThat(page.locator(".outbox li").filter(having("netrimis"))).hasCount(0);
        Screens.look(page, "phone-field-sent");
        JsonNode reports = reports();
        assertThat(reports.valueStream().filter(report -> report.has("finishedAt")))
                .hasSize(1);
        JsonNode report = reports.valueStream()
                .filter(each -> each.has("finishedAt"))
                .findFirst()
                .orElseThrow();
        assertThat(report.at("/served/count").asInt()).isEqualTo(4);
        assertThat(report.at("/kilometres").asDouble()).isEqualTo(48.5);
        assertThat(report.at("/clock/verdict").asString()).isEqualTo("fits");
        assertThat(read(app.planner().get().uri("/api/v1/visits/" + visit))
                        .at("/state")
                        .asString())
                .isEqualTo("done");
    }

    private JsonNode reports() {
        return read(app.planner().get().uri("/api/v1/field/reports?from=" + day + "&to=" + day))
                .at("/reports");
    }

    private void aPlannerDecidesBetweenTwoPhones() {
        app.planner()
                .post()
                .uri("/api/v1/field/reports")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .bodyValue(Map.of("visit", visit, "finishedAt", at("12:00").toString(), "served", Map.of("NO_ID", 9)))
                .exchange()
                .expectStatus()
                .isCreated();
        Page desk = signedIn("planner", Size.DESK);
        assertThat(desk.locator(".conflict")).containsText(place);
        Screens.look(desk, "desk-field-conflict");
        desk.getByRole(AriaRole.BUTTON, named("Păstrează: field")).click();
        assertThat(desk.locator(".conflict")).hasCount(0);
        assertThat(reports().valueStream().map(report -> report.at("/standing").asString()))
                .containsOnlyOnce("counted")
                .containsOnlyOnce("set-aside");
        theNextPlanSaysWhatWasLearnt(desk);
    }

    private static void theNextPlanSaysWhatWasLearnt(Page desk) {
        desk.navigate("/?w=plan");
        desk.getByRole(AriaRole.BUTTON, named("Plan nou")).first().click();
        assertThat(desk.locator(".lessons")).containsText("Ține seama de vizita făcută");
        assertThat(desk.getByLabel("Ține seama de vizita făcută")).isChecked();
        desk.locator(".lessons summary").click();
        assertThat(desk.locator(".lessons-table")).isVisible();
        Screens.look(desk, "desk-field-lessons");
    }

    /** As after twelve hours: the browser has no session any more. */
    private void theSessionEndsAndNothingIsLost(Page page) {
        page.context().clearCookies();
        page.locator(".fv-head").first().click();
        page.getByRole(AriaRole.BUTTON, named("Corectează")).click();
        page.getByLabel("Mai mult: Act expirat").click();
        page.getByRole(AriaRole.BUTTON, named("Încheie " + place)).click();
        page.getByRole(AriaRole.BUTTON, named("Semnez")).click();
        assertThat(page.locator(".outbox .notice")).containsText("intrați din nou ca field");
        Screens.look(page, "phone-field-signed-out");
        page.locator(".outbox .notice a").click();
        assertThat(page).hasURL(Pattern.compile("/login"));
        Visitors.enter(page, "field");
        assertThat(page.locator(".outbox li").first()).hasText(Pattern.compile("(?<!ne)trimis,"));
        assertThat(reports()
                        .valueStream()
                        .filter(report ->
                                "replaced".equals(report.at("/standing").asString())))
                .hasSize(1);
    }
}
