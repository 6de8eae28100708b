package ro.caravana.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import ro.caravana.browser.Chromium.Size;

/** What somebody sees who does not plan: an account opened by the administrator, its first sign-in, a plan without small figures. */
final class ColleaguesWalk {
    private static final String PASSWORD = "alta, numai a mea";

    private final Chromium chromium;
    private final String address;

    ColleaguesWalk(Chromium chromium, String address) {
        this.chromium = chromium;
        this.address = address;
    }

    /** @param administrator on the workspace of data */
    void take(Page administrator) {
        Page group = arrive(account(administrator, "grup", "Grup de lucru"), "grup");
        readTheDays(group, "group");
        assertThat(group.locator(".plan-downloads")).isVisible();
        Page team = arrive(account(administrator, "echipa", "Echipă de teren"), "echipa");
        readTheDays(team, "team");
        assertThat(team.locator(".plan-downloads")).hasCount(0); // the server would refuse it
    }

    private static String account(Page administrator, String name, String role) {
        Locator panel = administrator.locator("accounts-panel");
        panel.locator("#account-name").fill(name);
        panel.locator("#account-role").selectOption(role);
        panel.getByText("Deschide contul").click();
        assertThat(panel.getByRole(AriaRole.STATUS)).containsText("pentru " + name);
        return panel.locator(".one-time").textContent();
    }

    private Page arrive(String oneTimePassword, String name) {
        Page page = chromium.visitor(address, Size.DESK);
        page.navigate("/?w=plan&view=days");
        page.getByLabel("Nume de utilizator").fill(name);
        page.getByLabel("Parolă", new Page.GetByLabelOptions().setExact(true)).fill(oneTimePassword);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Intră"))
                .click();
        page.getByLabel("Parola nouă", new Page.GetByLabelOptions().setExact(true))
                .fill(PASSWORD);
        page.getByLabel("Parola nouă, încă o dată").fill(PASSWORD);
        page.getByText("Păstrează parola și intră").click();
        return page;
    }

    /** A day with one small visit keeps its sum back: the page must not say that the sum is small. */
    private static void readTheDays(Page page, String who) {
        Locator rows = page.locator("data-table tbody tr");
        assertThat(rows.first()).isVisible();
        assertThat(rows.filter(new Locator.FilterOptions().setHasText("ascuns")).first())
                .isVisible();
        assertThat(page.locator("main").textContent()).doesNotContain("sub 5");
        assertThat(page.locator(".new-plan")).hasCount(0);
        Screens.look(page, "desk-" + who + "-days");
        page.locator("data-table tbody tr button").first().click();
        assertThat(page).hasURL(Pattern.compile("date=2027"));
        assertThat(page.locator(".day-panel .timetable li").first()).isVisible();
        Screens.look(page, "desk-" + who + "-day");
    }
}
