package ro.caravana.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.util.Date;
import ro.caravana.browser.Chromium.Size;
import ro.caravana.support.Browserless;

/** People who open the application in a browser, with one of the demo accounts or without any. */
record Visitors(Chromium chromium, int port) {
    /** Without an account: a partner, a citizen. */
    Page stranger(Size size) {
        return chromium.visitor("http://localhost:" + port, size);
    }

    Page signedIn(String account, Size size) {
        return signIn(stranger(size), account, "/login");
    }

    /** @param now what the browser takes for the time of day */
    Page signedIn(String account, Size size, String next, Instant now) {
        Page page = stranger(size);
        page.clock().setSystemTime(Date.from(now));
        return signIn(page, account, "/login?next=" + next);
    }

    private static Page signIn(Page page, String account, String path) {
        page.navigate(path);
        enter(page, account);
        return page;
    }

    /** Fills the form that is open. */
    static void enter(Page page, String account) {
        page.getByLabel("Nume de utilizator").fill(account);
        page.getByLabel("Parolă", new Page.GetByLabelOptions().setExact(true)).fill(Browserless.PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Intră"))
                .click();
        assertThat(page.locator("caravana-app h1")).isVisible();
    }
}
