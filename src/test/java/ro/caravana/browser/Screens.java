package ro.caravana.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;

/** Keeps pictures of screens as build output and holds each to WCAG 2.2 level AA, as far as a machine can see it. */
final class Screens {
    private static final Path FOLDER = Path.of("target", "screenshots");
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private Screens() {}

    /** Waits until nothing is being fetched or animated, then keeps the picture and checks the page. */
    static void look(Page page, String name) {
        settle(page);
        page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
        var found = new AxeBuilder(page).withTags(RULES).analyze().getViolations();
        assertThat(found)
                .as("what axe finds on %s", name)
                .extracting(violation -> violation.getId() + ": "
                        + violation.getNodes().stream()
                                .map(node -> String.valueOf(node.getTarget()) + " " + node.getFailureSummary())
                                .limit(3)
                                .toList())
                .isEmpty();
    }

    private static void settle(Page page) {
        page.waitForFunction("""
                () => document.fonts.status === 'loaded'
                  && !document.querySelector('.bone, .map-loading')
                  && document.getAnimations().every((a) => a.playState !== 'running')
                """);
    }
}
