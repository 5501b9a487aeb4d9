// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A Chromium without a window, found on the search path, that looks at files. */
final class Browser implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Kept, so that it stays silent: the driver warns of a protocol that is not used here. */
    private static final Logger LOG = Logger.getLogger("org.openqa.selenium");

    private final ChromeDriver driver;

    private Browser(Path binary, Path driver) {
        LOG.setLevel(Level.SEVERE);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(binary.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--no-first-run",
                "--hide-scrollbars",
                "--force-color-profile=srgb",
                "--window-size=1280,900");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        this.driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(driver.toFile())
                        .usingAnyFreePort()
                        .build(),
                options);
    }

    /** Why there is none, or nothing to say if there is. */
    static Optional<String> missing() {
        if (binary().isEmpty()) {
            return Optional.of("no Chromium on the search path; .ci/browser installs it");
        }
        if (executable("chromedriver").isEmpty()) {
            return Optional.of("no chromedriver on the search path; .ci/browser installs it");
        }
        return Optional.empty();
    }

    static Browser start() {
        return new Browser(binary().orElseThrow(), executable("chromedriver").orElseThrow());
    }

    private static Optional<Path> binary() {
        return Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
                .flatMap(name -> executable(name).stream())
                .findFirst();
    }

    private static Optional<Path> executable(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    ChromeDriver driver() {
        return driver;
    }

    /** Opens a file, at a place in it that begins with a number sign or is empty. */
    void open(Path file, String place) {
        driver.get("about:blank");
        driver.get(file.toUri() + place);
    }

    void size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Shows pages as on a {@code screen} or in {@code print}, and for people who want it {@code dark} or {@code light}. */
    void medium(String medium, String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("media", medium, "features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    void pressShift(CharSequence key) {
        new Actions(driver).keyDown(Keys.SHIFT).sendKeys(key).keyUp(Keys.SHIFT).perform();
    }

    /** The value of a script's expression. */
    Object value(String expression, Object... arguments) {
        return driver.executeScript("return " + expression, arguments);
    }

    boolean is(String expression, Object... arguments) {
        return Boolean.TRUE.equals(value(expression, arguments));
    }

    long number(String expression, Object... arguments) {
        return ((Number) value(expression, arguments)).longValue();
    }

    String text(String expression, Object... arguments) {
        return String.valueOf(value(expression, arguments));
    }

    /** What the console says since it was last asked. */
    List<String> console() {
        List<String> lines = new ArrayList<>();
        driver.manage().logs().get(LogType.BROWSER).forEach(line -> lines.add(line.toString()));
        return lines;
    }

    /** The addresses that were asked for since this was last asked, files aside. */
    List<String> requests() throws IOException {
        List<String> addresses = new ArrayList<>();
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            JsonNode message = JSON.readTree(entry.getMessage()).path("message");
            if (message.path("method").asText().equals("Network.requestWillBeSent")) {
                String address = message.at("/params/request/url").asText();
                if (!address.startsWith("file:") && !address.startsWith("about:")) {
                    addresses.add(address.substring(0, Math.min(address.length(), 100)));
                }
            }
        }
        return addresses;
    }

    /** The page from its top, as a picture of at most so many pixels high. */
    void picture(Path file, int height) throws IOException {
        long width = number("document.documentElement.clientWidth");
        long high = Math.min(height, number("document.documentElement.scrollHeight"));
        Map<String, Object> clip = Map.of("x", 0, "y", 0, "width", width, "height", high, "scale", 1);
        Map<String, Object> picture = driver.executeCdpCommand(
                "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true, "clip", clip));
        write(file, picture);
    }

    /** What stands in the window. */
    void window(Path file) throws IOException {
        write(file, driver.executeCdpCommand("Page.captureScreenshot", Map.of("format", "png")));
    }

    private static void write(Path file, Map<String, Object> picture) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(String.valueOf(picture.get("data"))));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
