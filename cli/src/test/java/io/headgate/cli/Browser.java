package io.headgate.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A headless Chromium with one page, driven over its DevTools protocol. It keeps what the page logs
 * and asks the network for.
 */
final class Browser implements AutoCloseable {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final JsonMapper JSON = new JsonMapper();
  private static final long PATIENCE = 60;

  private final Process process;
  private final WebSocket socket;
  private final BlockingQueue<JsonNode> heard;
  private final List<String> complaints = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();
  private boolean loaded;
  private int last;

  private Browser(Process process, WebSocket socket, BlockingQueue<JsonNode> heard) {
    this.process = process;
    this.socket = socket;
    this.heard = heard;
  }

  /** The program, or null if there is none on the path. */
  static @Nullable Path program() {
    for (String directory : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      for (String name : NAMES) {
        Path file = Path.of(directory, name);
        if (Files.isExecutable(file)) {
          return file;
        }
      }
    }
    return null;
  }

  /**
   * Starts it.
   *
   * @param profile a directory that is empty or not yet there
   */
  static Browser start(Path program, Path profile) throws IOException, InterruptedException {
    Files.createDirectories(profile);
    Path log = profile.resolve("log");
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
      WebSocket socket =
          HttpClient.newHttpClient()
              .newWebSocketBuilder()
              .buildAsync(page(profile, process, log), new Ear(heard))
              .orTimeout(PATIENCE, TimeUnit.SECONDS)
              .join();
      Browser browser = new Browser(process, socket, heard);
      for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
        browser.ask(domain + ".enable", Map.of());
      }
      return browser;
    } catch (IOException | RuntimeException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  /** The address of the page that is open. */
  private static URI page(Path profile, Process process, Path log)
      throws IOException, InterruptedException {
    Path port = profile.resolve("DevToolsActivePort");
    for (int i = 0; i < PATIENCE * 20 && process.isAlive(); i++) {
      List<String> lines = Files.exists(port) ? Files.readAllLines(port) : List.of();
      if (lines.size() > 1) {
        URI all = URI.create("http://127.0.0.1:" + lines.get(0) + "/json/list");
        try (var in = all.toURL().openStream()) {
          for (JsonNode target : JSON.readTree(in.readAllBytes())) {
            if (target.path("type").asString().equals("page")) {
              return URI.create(target.path("webSocketDebuggerUrl").asString());
            }
          }
        }
      }
      Thread.sleep(50);
    }
    throw new IOException("The browser does not answer: " + Files.readString(log));
  }

  /** Puts each message of the browser into a queue. */
  private static final class Ear implements WebSocket.Listener {
    private final BlockingQueue<JsonNode> heard;
    private final StringBuilder text = new StringBuilder();

    private Ear(BlockingQueue<JsonNode> heard) {
      this.heard = heard;
    }

    @Override
    public @Nullable CompletionStage<?> onText(
        WebSocket socket, CharSequence data, boolean isLast) {
      text.append(data);
      if (isLast) {
        heard.add(JSON.readTree(text.toString()));
        text.setLength(0);
      }
      socket.request(1);
      return null;
    }
  }

  /** What the page and the browser complained of since the page was opened. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** What was asked for since the page was opened, the page itself left aside. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  /** Makes the window so large, as a phone has it if it is narrow. */
  void size(int width, int height) {
    ask(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
  }

  /** Whether the page is looked at in the dark. */
  void dark(boolean dark) {
    Map<String, String> scheme =
        Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
    ask("Emulation.setEmulatedMedia", Map.of("features", List.of(scheme)));
  }

  /** Whether scripts run. */
  void scripts(boolean run) {
    ask("Emulation.setScriptExecutionDisabled", Map.of("value", !run));
  }

  /** Opens a page and waits until it is loaded. */
  void open(URI address) {
    complaints.clear();
    requests.clear();
    loaded = false;
    ask("Page.navigate", Map.of("url", address.toString()));
    while (!loaded) {
      hear();
    }
    requests.remove(address.toString());
  }

  /** The value of an expression in the page, as JSON. */
  JsonNode evaluate(String expression) {
    JsonNode answer =
        ask(
            "Runtime.evaluate",
            Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
    if (answer.has("exceptionDetails")) {
      throw new IllegalStateException(answer.path("exceptionDetails").toString());
    }
    return answer.at("/result/value");
  }

  /** What the window shows. */
  byte[] picture() {
    JsonNode answer = ask("Page.captureScreenshot", Map.of("format", "png"));
    return Base64.getDecoder().decode(answer.path("data").asString());
  }

  private JsonNode ask(String method, Map<String, ?> parameters) {
    int id = ++last;
    socket
        .sendText(
            JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true)
        .join();
    while (true) {
      JsonNode message = hear();
      if (message.path("id").asInt() == id) {
        if (message.has("error")) {
          throw new IllegalStateException(method + ": " + message.path("error"));
        }
        return message.path("result");
      }
    }
  }

  private JsonNode hear() {
    try {
      JsonNode message = heard.poll(PATIENCE, TimeUnit.SECONDS);
      if (message == null) {
        throw new IllegalStateException("The browser has fallen silent.");
      }
      JsonNode about = message.path("params");
      switch (message.path("method").asString("")) {
        case "Page.loadEventFired" -> loaded = true;
        case "Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded" ->
            complaints.add(about.toString());
        case "Network.requestWillBeSent" -> requests.add(about.at("/request/url").asString());
        default -> {
          // Of no interest.
        }
      }
      return message;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      ask("Browser.close", Map.of());
      if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      process.destroyForcibly();
    }
  }
}
