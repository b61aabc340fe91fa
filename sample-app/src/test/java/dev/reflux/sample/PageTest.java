package dev.reflux.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The page of the service in a real browser. */
@PostgresTest
class PageTest {

    private final LocalDate tomorrow = LocalDate.now(ZoneId.of("Europe/Berlin")).plusDays(1);

    private static final String LINES = "[...document.querySelectorAll('#bookings li')].map(line => line.innerText)";

    @Test
    void page_booksShowsAndRefuses(TestDatabase database) throws Exception {
        Optional<Path> driver = Browser.driver();
        assumeTrue(driver.isPresent(), "there is no chromedriver on PATH (Debian: chromium-driver)");
        try (RunningService service = RunningService.on(database.url());
                Browser browser = Browser.start(driver.get())) {
            browser.open(service.address() + "/");
            browser.await("document.querySelector('#live').classList.contains('on')");
            browser.await("document.querySelector('#schema title').textContent === '16 revisions, 16 applied'");

            browser.click("#form button");
            browser.await("document.querySelectorAll('#form .error').length === 3");

            book(browser, "Emmy Noether", "14:30");
            browser.await("document.querySelector('#message.good')");
            browser.await(LINES + ".length === 1");
            assertThat(browser.value(LINES).get(0).asString()).contains("14:30 to 14:50", "Emmy Noether", "Beard trim");

            book(browser, "Carl Gauss", "14:40");
            browser.await("document.querySelector('#message.bad')");
            assertThat(browser.value("document.querySelector('#form .error').textContent")
                            .asString())
                    .isEqualTo("14:40 is taken. Choose another time.");

            service.post("/api/businesses/salon-hermann/bookings", service.booking("ada", tomorrow, "09:00"));
            browser.await(LINES + "[0]?.includes('ada')");

            browser.screenshot(Path.of("target", "page-desktop.png"));
            browser.resize(375, 812);
            assertThat(browser.value("document.documentElement.scrollWidth").asInt())
                    .as("nothing sticks out on a phone")
                    .isLessThanOrEqualTo(375);
            browser.screenshot(Path.of("target", "page-phone.png"));
        }
    }

    private void book(Browser browser, String name, String time) throws Exception {
        browser.value("document.querySelector('[name=startsAt]').value = '%sT%s'".formatted(tomorrow, time));
        browser.type("[name=name]", name);
        browser.type("[name=email]", name.replace(' ', '.') + "@example.org");
        browser.click("#form button");
    }
}
