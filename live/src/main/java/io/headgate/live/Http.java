package io.headgate.live;

import io.headgate.engine.document.Document;
import io.headgate.engine.document.Documents;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.error.UserError;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Asks one server for JSON, by GET alone. Each answer is there in time or not at all, no redirect
 * is followed, and what the server says is never quoted: it may hold a secret.
 */
final class Http implements AutoCloseable {

  private static final int LARGEST = 32 * 1024 * 1024;

  private final Source source;
  private final String what;
  private final Duration timeout;
  private final ExecutorService threads;
  private final HttpClient client;

  /**
   * A client, to be closed.
   *
   * @param what such as {@code Kafka Connect}
   */
  Http(Source source, String what, Duration timeout) {
    this.source = source;
    this.what = what;
    this.timeout = timeout;
    this.threads = Executors.newCachedThreadPool(Http::thread);
    this.client =
        HttpClient.newBuilder()
            .executor(threads)
            .connectTimeout(timeout)
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "headgate-http");
    thread.setDaemon(true);
    return thread;
  }

  /** It will not let this user read that. */
  static final class Forbidden extends Exception {

    private static final long serialVersionUID = 1L;
  }

  /**
   * The answer.
   *
   * @throws UserError if there is none, or there is no such thing
   */
  Node getThere(String path) throws Forbidden {
    Node answer = get(path);
    if (answer == null) {
      throw trouble("answered 404 to GET " + path);
    }
    return answer;
  }

  /**
   * The answer, or null if there is no such thing.
   *
   * @param path below the address, with a slash ahead
   * @throws UserError if there is no answer, or one that is no JSON
   */
  @Nullable Node get(String path) throws Forbidden {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(source.uri() + path))
            .timeout(timeout)
            .header("Accept", "application/json");
    String credentials = source.credentials();
    if (credentials != null) {
      byte[] bytes = credentials.getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
    }
    HttpResponse<byte[]> response = send(request.build(), path);
    int status = response.statusCode();
    if (status == 401 || status == 403) {
      throw new Forbidden();
    }
    if (status == 404) {
      return null;
    }
    if (status != 200) {
      throw trouble("answered " + status + " to GET " + path);
    }
    return json(response.body(), path);
  }

  private HttpResponse<byte[]> send(HttpRequest request, String path) {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, info -> new BoundedBody(LARGEST));
    try {
      // The client's own limit ends with the head of the answer; a body may drip for ever.
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw trouble("did not answer GET " + path + " within " + timeout.toSeconds() + " s");
    } catch (ExecutionException e) {
      throw trouble(failed(e, path));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw trouble("was not waited for");
    } finally {
      answer.cancel(true);
    }
  }

  private String failed(ExecutionException e, String path) {
    Throwable cause = e.getCause();
    if (cause instanceof BoundedBody.TooLarge) {
      return "answered GET " + path + " with more than 32 MiB";
    }
    if (cause instanceof HttpTimeoutException) {
      return "did not answer GET " + path + " within " + timeout.toSeconds() + " s";
    }
    if (cause instanceof SSLException) {
      return "and this JVM did not agree on TLS: it does not trust the certificate, or plain HTTP"
          + " is spoken there";
    }
    if (cause instanceof ConnectException) {
      return "cannot be reached: there is no such host, or nobody answers there";
    }
    Class<?> kind = cause == null ? e.getClass() : cause.getClass();
    return "broke off GET " + path + " (" + kind.getSimpleName() + ")";
  }

  private Node json(byte[] body, String path) {
    String text = new String(body, StandardCharsets.UTF_8);
    Documents documents = Documents.read(new SourceText("answer.json", text));
    List<Document> found = documents.documents();
    if (found.size() != 1
        || !documents.problems().isEmpty()
        || found.get(0).root() instanceof Node.Scalar) {
      throw unexpected(path);
    }
    return found.get(0).root();
  }

  /** The answer is not of the shape that this API has. */
  UserError unexpected(String path) {
    return trouble("answered GET " + path + " with something else than its API says");
  }

  private UserError trouble(String how) {
    return new UserError(
        what + " at '" + source.uri() + "' " + how + "; nothing was written. Check the URL.");
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  /** A name as a part of a path. */
  static String part(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
