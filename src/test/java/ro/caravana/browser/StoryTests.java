package ro.caravana.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.text.Collator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import ro.caravana.browser.Chromium.Size;
import ro.caravana.fieldwork.web.MovableClock;
import ro.caravana.support.Browserless;
import ro.caravana.support.CaravanaTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One visit's whole life, as everybody whom it concerns sees it: real browser, real mail server, real feed of the register.
 *
 * <pre>
 *   plan → letters → the mayor picks another date → the police agrees → announced → poster
 *   → the day without a network → back → cards issued: coverage moves, money moves → the month's report
 * </pre>
 */
@CaravanaTest
@Import(MovableClock.Setting.class)
@TestPropertySource(properties = {"caravana.planning.steps=2000", "caravana.coordination.link-days=33"})
class StoryTests {
    private static final ZoneId ZONE = ZoneId.of("Europe/Bucharest");
    private static final DateTimeFormatter LONG =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.forLanguageTag("ro"));
    private static final String MAYOR = "primaria@example.ro";
    private static final String POLICE = "politia@example.ro";
    private static final Pattern UAT_ROW =
            Pattern.compile("(?m)^(\\p{L}[\\p{L} -]+) \\d+ [01] \\d+ (\\d+|ascuns) (\\d+|–) *$");
    private static final int SERVED = 17;
    private static final MailBox MAIL = new MailBox();
    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private Browserless app;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private String visit = "";
    private String place = "";
    private String uat = "";
    private int siruta;
    private int village;
    private LocalDate asked = LocalDate.EPOCH;
    private LocalDate day = LocalDate.EPOCH;

    @DynamicPropertySource
    static void smtp(DynamicPropertyRegistry settings) {
        MAIL.open(settings);
    }

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
        MAIL.close();
    }

    @Test
    void aVisitFromThePlanToTheMonthlyReport() throws Exception {
        aPlanIsMadeAndTakenUp();
        mayorAndPoliceGetLetters();
        String newDate = theMayorPicksAnotherDate();
        thePoliceAgreesToTheNewDate(newDate);
        citizensAreTold();
        RegisterOffices offices = theOfficesHaveSentWhatTheyDid();
        Figures before = figures("before");
        theDayIsHeldWithoutANetwork();
        clock.set(at("18:30"));
        offices.issue(siruta, village, SERVED, at("16:00"));
        theFiguresHaveMoved(before, figures("after"));
        peopleSayHowItWas();
        theMonthIsReported(offices);
        assertThat(chromium.complaints()).as("but for the old letter").allMatch(said -> said.contains("410 (Gone)"));
    }

    private Visitors visitors() {
        return new Visitors(chromium, port);
    }

    private Page desk(String address) {
        Page page = visitors().signedIn("planner", Size.DESK, "/", clock.instant());
        page.navigate(address);
        return page;
    }

    private void aPlanIsMadeAndTakenUp() {
        Page page = desk("/?w=plan");
        page.getByRole(AriaRole.BUTTON, named("Plan nou")).first().click();
        page.getByLabel("De la").fill("2027-03-01");
        page.getByLabel("Până la").fill("2027-03-31");
        page.getByText("Caută planul").click();
        assertThat(page.locator(".plan-figure .num.ended")).isVisible();
        assertThat(page.locator(".month .pill").first()).isVisible();
        Screens.look(page, "story-01-plan");
        page.navigate("/?w=coordonare");
        page.getByRole(AriaRole.BUTTON, named("Ia planul în lucru")).click();
        assertThat(page.locator(".visit-row").first()).isVisible();
        Screens.look(page, "story-02-taken-up");
        choose();
        page.context().close();
    }

    /** The first capture of the second week of a full month. */
    private void choose() {
        JsonNode chosen = read("/api/v1/visits")
                .at("/visits")
                .valueStream()
                .filter(each -> "CAPTURE".equals(each.at("/kind").asString()))
                .filter(each -> each.at("/date").asString().compareTo("2027-03-09") >= 0)
                .sorted(Comparator.comparing(each -> each.at("/date").asString()))
                .findFirst()
                .orElseThrow();
        visit = chosen.at("/id").asString();
        place = chosen.at("/locality").asString();
        uat = chosen.at("/uat").asString();
        siruta = chosen.at("/uatSiruta").asInt();
        village = chosen.at("/siruta").asInt();
        asked = date(chosen);
    }

    private static LocalDate date(JsonNode visit) {
        return LocalDate.parse(visit.at("/date").asString());
    }

    private JsonNode read(String path) {
        byte[] body = app.planner()
                .get()
                .uri(path)
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        return JsonMapper.shared().readTree(body == null ? new byte[0] : body);
    }

    private String panel() {
        return "/?w=coordonare&visit=" + visit;
    }

    private void mayorAndPoliceGetLetters() throws Exception {
        clock.set(asked.minusDays(40).atTime(10, 0).atZone(ZONE).toInstant());
        Page page = desk(panel());
        List<String> addresses = List.of(MAYOR, POLICE);
        for (int i = 0; i < addresses.size(); i++) {
            Locator field = page.locator("address-field").nth(i);
            field.getByLabel("Adresa de e-mail").fill(addresses.get(i));
            field.getByRole(AriaRole.BUTTON).click();
            assertThat(field.getByRole(AriaRole.BUTTON)).hasText("Ținută minte");
        }
        page.getByRole(AriaRole.BUTTON, named("Întreabă primarul și poliția")).click();
        assertThat(page.locator(".partner-link input[readonly]")).hasCount(2);
        Screens.look(page, "story-03-asked");
        MailBox.Mail mail = MAIL.waitFor(MAYOR, "vă rugăm să răspundeți");
        Papers letter = Papers.keep(mail.letter(), "story-04-letter-mayor");
        assertThat(letter.all()).contains(place, LONG.format(asked));
        assertThat(letter.code()).isEqualTo(MailBox.PUBLIC_URL + mail.path());
        MAIL.waitFor(POLICE, "vă rugăm să răspundeți");
        page.context().close();
    }

    /** Answers the new date as the letter and the page write it. */
    private String theMayorPicksAnotherDate() {
        clock.set(clock.instant().plusSeconds(2 * 86_400));
        Page page = visitors().stranger(Size.PHONE);
        page.navigate(MAIL.waitFor(MAYOR, "vă rugăm să răspundeți").path());
        assertThat(page.locator("main")).containsText(LONG.format(asked));
        Screens.look(page, "story-05-mayor-question");
        page.getByLabel("Ne convine altă dată").check();
        Locator other = page.locator("input[name=alternative]").first();
        other.check();
        page.getByLabel("Sala sau clădirea").fill("Căminul cultural, sala mare");
        page.getByLabel("Cu cine vorbim").fill("secretar, 0264 000 000");
        page.getByRole(AriaRole.BUTTON, named("Trimite răspunsul")).click();
        day = date(read("/api/v1/visits/" + visit));
        assertThat(day).isNotEqualTo(asked).isBetween(LocalDate.of(2027, 3, 1), LocalDate.of(2027, 3, 31));
        assertThat(page.locator("main")).containsText("Am mutat vizita pe");
        assertThat(page.locator("main")).containsText(LONG.format(day));
        Screens.look(page, "story-06-mayor-thanks");
        page.context().close();
        return LONG.format(day);
    }

    private void thePoliceAgreesToTheNewDate(String newDate) throws Exception {
        MailBox.Mail old = MAIL.list(POLICE, "vă rugăm să răspundeți").get(0);
        MailBox.Mail mail = MAIL.waitFor(POLICE, "vă rugăm să răspundeți", 2);
        Page page = visitors().stranger(Size.PHONE);
        page.navigate(old.path());
        assertThat(page.locator("main")).containsText("a fost mutată");
        Screens.look(page, "story-07-police-old-letter");
        Papers letter = Papers.keep(mail.letter(), "story-08-letter-police");
        assertThat(letter.all())
                .contains(place, newDate, "Căminul cultural, sala mare")
                .containsPattern(LONG.format(asked) + ", despre care v-am întrebat"); // which no longer holds
        page.navigate(URI.create(letter.code()).getPath());
        assertThat(page.locator("main")).containsText(newDate);
        assertThat(page.locator("main")).containsText("Căminul cultural, sala mare");
        page.getByLabel("De acord").check();
        page.getByLabel("Cu cine vorbim").fill("ofițerul de serviciu, 0264 000 001");
        page.getByRole(AriaRole.BUTTON, named("Trimite răspunsul")).click();
        assertThat(page.locator("main")).containsText("Sunteți de acord cu vizita de " + longWithWeekday(newDate));
        Screens.look(page, "story-09-police-thanks");
        page.context().close();
    }

    private String longWithWeekday(String newDate) {
        return DateTimeFormatter.ofPattern("EEEE, ", Locale.forLanguageTag("ro"))
                        .format(day)
                + newDate;
    }

    private void citizensAreTold() throws Exception {
        Page page = desk(panel());
        assertThat(page.locator(".visit-panel .state-chip")).hasText("confirmată");
        page.getByRole(AriaRole.BUTTON, named("Anunță cetățenii")).click();
        assertThat(page.locator(".visit-panel .state-chip")).hasText("anunțată");
        Screens.look(page, "story-10-announced");
        String own = MailBox.PUBLIC_URL + "/public/visits/" + visit;
        for (String size : List.of("A4", "A3")) {
            String link = page.getByText("Afiș " + size + " (PDF)").getAttribute("href");
            Papers poster = Papers.fetch(page, link, "story-11-poster-" + size.toLowerCase(Locale.ROOT));
            assertThat(poster.all()).contains(LONG.format(day)).contains("Căminul cultural, sala mare");
            assertThat(poster.code()).startsWith(own);
        }
        assertThat(MAIL.waitFor(MAYOR, "vă rugăm să o anunțați").body()).contains(LONG.format(day));
        page.context().close();
        Page phone = visitors().stranger(Size.PHONE);
        phone.navigate("/public/visits/" + visit);
        assertThat(phone.getByText("Vizita are loc așa cum a fost anunțată.")).isVisible();
        assertThat(phone.locator("main")).containsText(LONG.format(day));
        Screens.look(phone, "story-12-public-visit");
        phone.context().close();
    }

    private RegisterOffices theOfficesHaveSentWhatTheyDid() {
        clock.set(at("07:10"));
        RegisterOffices offices = new RegisterOffices(app);
        Instant yesterday = at("07:10").minusSeconds(86_400);
        offices.tellWhatWasIssued(yesterday.minusSeconds(30 * 86_400), yesterday);
        return offices;
    }

    private Instant at(String time) {
        return day.atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
    }

    /** What a planner reads on the map of coverage and in the year's money. */
    private record Figures(String covered, int resolved, String spent) {}

    private Figures figures(String when) {
        Page page = desk("/?w=harta&show=coverage&place=" + siruta);
        Locator panel = page.locator(".place-panel");
        assertThat(panel.locator("h2")).hasText(uat);
        assertThat(panel.locator(".figure-main")).isVisible();
        Screens.look(page, "story-13-coverage-" + when);
        String covered = panel.locator(".figure-main").textContent();
        Locator resolved = panel.locator(".coverage-figures .row")
                .filter(having("Rezolvate"))
                .locator("dd");
        int count = Integer.parseInt(resolved.textContent().strip().replace(".", ""));
        page.navigate("/?w=coordonare&view=bani&show=2027");
        assertThat(page.locator(".money tr.total")).isVisible();
        if (when.equals("before")) {
            Screens.look(page, "story-14-money-none");
            theBudgetIsSet(page);
        }
        Screens.look(page, "story-15-money-" + when);
        String spent = page.locator(".money tr.total td").nth(2).textContent();
        page.context().close();
        return new Figures(covered, count, spent);
    }

    private static void theBudgetIsSet(Page page) {
        page.getByRole(AriaRole.BUTTON, named("Schimbă bugetul și prețurile")).click();
        for (Map.Entry<String, String> line : Map.of(
                        "FUEL", "25.000,00", "HOURS", "180.000,00", "CARD_FEES", "9.000,00")
                .entrySet()) {
            page.locator("#money-" + line.getKey()).fill(line.getValue());
        }
        page.getByRole(AriaRole.BUTTON, named("Salvează")).click();
        assertThat(page.locator(".money tr.total")).containsText("214.000,00");
    }

    private void theDayIsHeldWithoutANetwork() {
        Page page = visitors().signedIn("field", Size.PHONE, "/?w=teren", at("07:10"));
        assertThat(page.getByText("pe telefon și se deschid")).isVisible();
        assertThat(page.locator(".fv.next .fv-head b").first()).hasText(place);
        page.context().setOffline(true);
        chromium.expectsNoNetwork(true);
        page.reload();
        assertThat(page.getByText("ziua așa cum era")).isVisible();
        assertThat(page.locator(".fv.next")).containsText("Căminul cultural, sala mare");
        Screens.look(page, "story-16-field-offline");
        page.getByRole(AriaRole.BUTTON, named("Pornim spre " + place)).click();
        page.clock().setSystemTime(Date.from(at("08:50")));
        page.getByRole(AriaRole.BUTTON, named("Am ajuns")).click();
        for (int i = 0; i < SERVED; i++) {
            page.getByLabel("Mai mult: Fără act de identitate").click();
        }
        page.getByLabel("Kilometri până aici").fill("48,5");
        Screens.look(page, "story-17-field-counting");
        page.clock().setSystemTime(Date.from(at("13:10")));
        page.getByRole(AriaRole.BUTTON, named("Încheie " + place)).click();
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText(SERVED + " persoane servite");
        page.getByRole(AriaRole.BUTTON, named("Semnez")).click();
        assertThat(page.locator(".outbox li").first()).containsText("netrimis");
        Screens.look(page, "story-18-field-unsent");
        theReportLeaves(page);
    }

    private void theReportLeaves(Page page) {
        assertThat(read("/api/v1/visits/" + visit).at("/state").asString()).isEqualTo("announced");
        clock.set(at("16:00"));
        page.clock().setSystemTime(Date.from(at("16:00")));
        page.context().setOffline(false);
        Locator now = page.getByRole(AriaRole.BUTTON, named("Trimite acum"));
        if (now.isVisible()) {
            now.click();
        }
        assertThat(page.locator(".outbox li").filter(having("netrimis"))).hasCount(0);
        chromium.expectsNoNetwork(false);
        Screens.look(page, "story-19-field-sent");
        assertThat(read("/api/v1/visits/" + visit).at("/state").asString()).isEqualTo("done");
        page.context().close();
    }

    private void theFiguresHaveMoved(Figures before, Figures after) {
        assertThat(after.resolved()).isEqualTo(before.resolved() + SERVED);
        assertThat(after.covered()).isNotEqualTo(before.covered());
        assertThat(before.spent()).isEqualTo("0,00");
        assertThat(after.spent()).isNotEqualTo("0,00");
    }

    private void peopleSayHowItWas() throws IOException {
        Page page = desk(panel());
        assertThat(page.locator(".visit-panel .state-chip")).hasText("făcută");
        Screens.look(page, "story-20-done");
        Papers.fetch(page, "/api/v1/visits/" + visit + "/questionnaire.pdf", "story-21-questionnaire");
        page.context().close();
        String token = jdbc.sql("SELECT token FROM questionnaire WHERE visit_id = ?")
                .param(visit)
                .query(String.class)
                .single();
        Page phone = visitors().stranger(Size.PHONE);
        for (int person = 0; person < 7; person++) {
            phone.navigate("/public/questionnaires/" + token);
            for (int question = 1; question <= 5; question++) {
                int mark = 5 - (person + question) % 3;
                phone.locator("input[name=q" + question + "][value='" + mark + "']")
                        .check();
            }
            phone.getByRole(AriaRole.BUTTON, named("Trimite")).click();
            assertThat(phone.getByText("Am notat răspunsul dumneavoastră.")).isVisible();
        }
        phone.context().close();
    }

    private void theMonthIsReported(RegisterOffices offices) throws IOException {
        clock.set(Instant.parse("2027-03-31T18:00:00Z"));
        offices.tellThatNothingMoreHappened(Instant.parse("2027-03-31T17:00:00Z"));
        clock.set(Instant.parse("2027-04-02T07:00:00Z"));
        Page page = desk("/?w=coordonare&view=grup");
        page.locator("month-list li")
                .filter(having("Martie 2027"))
                .getByRole(AriaRole.BUTTON)
                .click();
        page.getByRole(AriaRole.BUTTON, named("Închide pentru totdeauna")).click();
        assertThat(page.locator("month-list")).containsText(Pattern.compile("Închis la .* de planner"));
        Screens.look(page, "story-22-group");
        Papers shared = Papers.fetch(page, "/api/v1/reports/2027-03.pdf?lang=ro", "story-23-report");
        assertThat(shared.all()).containsPattern(Pattern.quote(uat) + " \\d+ 1 \\d+ \\d+ " + SERVED);
        assertThat(UAT_ROW.matcher(shared.text().all()).results().map(row -> row.group(1)))
                .contains(uat)
                .isSortedAccordingTo(Collator.getInstance(Locale.forLanguageTag("ro")));
        assertThat(shared.all()).contains("servicii sunt în urmă cu datele: 0.");
        Papers internal =
                Papers.fetch(page, "/api/v1/reports/2027-03.pdf?lang=en&audience=internal", "story-24-report-internal");
        assertThat(internal.all()).contains(uat);
        page.navigate("/?w=coordonare&view=calitate");
        assertThat(page.locator("data-table")).containsText("Martie 2027");
        Screens.look(page, "story-25-quality");
        everyTabOnAPhone();
    }

    private void everyTabOnAPhone() {
        Page phone = visitors().signedIn("planner", Size.PHONE, "/", clock.instant());
        for (String view : List.of("nevoi", "grup", "bani", "texte", "calitate")) {
            phone.navigate("/?w=coordonare&show=2027&view=" + view);
            assertThat(phone.locator("coordonare-workspace .card, coordonare-workspace .empty")
                            .first())
                    .isVisible();
            Screens.look(phone, "story-26-phone-" + view);
            assertThat((Boolean) phone.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as("%s does not scroll sideways", view)
                    .isTrue();
        }
        phone.navigate("/?w=harta&show=coverage&place=" + siruta);
        assertThat(phone.locator(".place-panel .figure-main")).isVisible();
        Screens.look(phone, "story-27-phone-coverage");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Locator.FilterOptions having(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
