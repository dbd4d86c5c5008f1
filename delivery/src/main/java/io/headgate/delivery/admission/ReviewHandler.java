package io.headgate.delivery.admission;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.headgate.delivery.http.Http;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code POST /validate}. What cannot be judged is answered with an HTTP error, so that the
 * failure policy of the webhook decides, and never a verdict that nobody has found.
 */
final class ReviewHandler implements HttpHandler {

  private static final String JSON = "application/json";

  /** What is left of the API server's time for the way back. */
  private static final long MARGIN_MILLIS = 2000;

  private final Reviewer reviewer;
  private final ExecutorService judges;
  private final Duration time;
  private final ReviewMetrics metrics;
  private final Consumer<String> log;

  ReviewHandler(
      Reviewer reviewer,
      ExecutorService judges,
      Duration time,
      ReviewMetrics metrics,
      Consumer<String> log) {
    this.reviewer = reviewer;
    this.judges = judges;
    this.time = time;
    this.metrics = metrics;
    this.log = log;
  }

  @Override
  public void handle(HttpExchange exchange) {
    long start = System.nanoTime();
    metrics.begun();
    String outcome = "broken";
    try {
      outcome = answer(exchange, start);
    } catch (BadReview e) {
      outcome = "bad_request";
      Http.answer(exchange, 400, Http.TEXT, e.getMessage() + "\n");
    } catch (IOException e) {
      outcome = "client_gone";
      exchange.close();
    } catch (RuntimeException | Error e) {
      // Its message may quote the object, and so a secret: only its type is told.
      log.accept("headgate itself broke (" + e.getClass().getName() + "); there is no verdict.");
      Http.answer(exchange, 500, Http.TEXT, "headgate itself broke; there is no verdict.\n");
    } finally {
      metrics.ended(outcome, System.nanoTime() - start);
    }
  }

  private String answer(HttpExchange exchange, long start) throws IOException {
    if (!exchange.getRequestURI().getPath().equals("/validate")) {
      Http.answer(exchange, 404, Http.TEXT, "Reviews are answered at /validate.\n");
      return "bad_request";
    }
    if (!exchange.getRequestMethod().equals("POST")) {
      exchange.getResponseHeaders().set("Allow", "POST");
      Http.answer(exchange, 405, Http.TEXT, "A review is sent with POST.\n");
      return "bad_request";
    }
    String body = Bodies.read(exchange);
    if (body == null) {
      String text = "A review of more than 3 MiB is not read.\n";
      Http.answer(exchange, 413, Http.TEXT, text);
      return "too_large";
    }
    AdmissionReview review = AdmissionReview.parse(body);
    return answer(exchange, review, left(exchange.getRequestURI().getQuery(), start));
  }

  private String answer(HttpExchange exchange, AdmissionReview review, long leftMillis) {
    Future<Answer> judging;
    reviewer.arrives();
    try {
      judging = judges.submit(() -> reviewer.answer(review));
    } catch (RejectedExecutionException e) {
      exchange.getResponseHeaders().set("Retry-After", "1");
      Http.answer(
          exchange, 503, Http.TEXT, "headgate has more reviews to answer than it can hold.\n");
      return "overloaded";
    }
    try {
      Answer answer = judging.get(leftMillis, TimeUnit.MILLISECONDS);
      metrics.warned(answer.warnings().size());
      Http.answer(exchange, 200, JSON, answer.json(review.uid()));
      return answer.allowed() ? "allowed" : "denied";
    } catch (TimeoutException e) {
      judging.cancel(false);
      log.accept("There was no time to judge " + name(review) + ".");
      Http.answer(exchange, 504, Http.TEXT, "headgate found no verdict in its time.\n");
      return "timeout";
    } catch (InterruptedException e) {
      judging.cancel(false);
      Thread.currentThread().interrupt();
      Http.answer(exchange, 503, Http.TEXT, "headgate is stopping.\n");
      return "stopped";
    } catch (ExecutionException e) {
      return broke(exchange, review, e);
    }
  }

  private String broke(HttpExchange exchange, AdmissionReview review, ExecutionException e) {
    Throwable cause = e.getCause();
    if (cause instanceof BadReview bad) {
      throw bad;
    }
    String said =
        cause instanceof NoVerdict
            ? cause.getMessage()
            : "headgate itself broke ("
                + (cause == null ? e : cause).getClass().getName()
                + "); there is no verdict.";
    log.accept("On " + name(review) + ": " + said);
    Http.answer(exchange, 500, Http.TEXT, said + "\n");
    return "broken";
  }

  private static String name(AdmissionReview review) {
    return harmless(review.kind())
        + " "
        + harmless(review.namespace())
        + "/"
        + harmless(review.name());
  }

  /** What a client says, as it may stand in a log: one line, and not all that it likes. */
  private static String harmless(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < Math.min(text.length(), 128); i++) {
      char c = text.charAt(i);
      boolean plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      out.append(plain || c == '-' || c == '.' ? c : '?');
    }
    return out.toString();
  }

  /** How long it may take still: the API server says what it grants as {@code ?timeout=10s}. */
  private long left(@Nullable String query, long start) {
    long limit = time.toMillis();
    if (query != null && query.startsWith("timeout=") && query.endsWith("s")) {
      try {
        long granted = 1000 * Long.parseLong(query.substring(8, query.length() - 1));
        limit = Math.min(limit, Math.max(granted - MARGIN_MILLIS, granted / 2));
      } catch (NumberFormatException e) {
        // Then it is not known, and the own limit holds.
      }
    }
    return Math.max(1, limit - (System.nanoTime() - start) / 1_000_000);
  }
}
