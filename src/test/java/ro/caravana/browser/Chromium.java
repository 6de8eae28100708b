package ro.caravana.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The system's own Chromium, driven by Playwright. Everything a page complains about on its console is kept. */
final class Chromium implements AutoCloseable {
    /** A desk and a phone: the two sizes at which every screen has to stand. */
    enum Size {
        DESK(1440, 900),
        PHONE(390, 844);

        final int width;
        final int height;

        Size(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final double PATIENCE_MILLIS = 60_000;

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();
    private boolean withoutNetwork;

    Chromium() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(executable()).setArgs(FLAGS));
    }

    private static Path executable() {
        return Stream.of(System.getenv("CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser")
                .filter(path -> path != null && !path.isBlank())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No Chromium: ./test installs Debian's, or name one in the environment variable CHROMIUM"));
    }

    /** A fresh visitor: no cookies, Romanian, in Bucharest. */
    Page visitor(String address, Size size) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(address)
                .setViewportSize(size.width, size.height)
                .setLocale("ro-RO")
                .setTimezoneId("Europe/Bucharest")
                .setAcceptDownloads(true));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.onConsoleMessage(this::hear);
        context.onWebError(error -> complaints.add(error.error()));
        return context.newPage();
    }

    /** While a walk has cut the network, that it is missing is no complaint. */
    void expectsNoNetwork(boolean expected) {
        withoutNetwork = expected;
    }

    /** That a stranger is refused (401) is no complaint: asking is how the dashboard finds out. */
    private void hear(ConsoleMessage message) {
        boolean missing = withoutNetwork && message.text().contains("net::ERR_INTERNET_DISCONNECTED");
        if ("error".equals(message.type()) && !missing && !message.text().contains("401 (Unauthorized)")) {
            complaints.add(message.text() + " at " + message.location());
        }
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
