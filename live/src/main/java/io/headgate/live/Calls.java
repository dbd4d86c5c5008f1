package io.headgate.live;

import io.headgate.engine.error.UserError;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SecurityDisabledException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/** Waits for Kafka's answers, never longer than agreed, and says in one sentence what is wrong. */
final class Calls {

  private final String servers;
  private final Duration timeout;

  Calls(String servers, Duration timeout) {
    this.servers = servers;
    this.timeout = timeout;
  }

  /**
   * The answer.
   *
   * @param doing what was asked, such as {@code listing the topics}
   * @throws ApiException if Kafka refuses this call alone
   * @throws UserError if Kafka does not answer at all, or lets nobody in
   */
  <T> T get(KafkaFuture<T> future, String doing) {
    try {
      // The client gives up by itself a little earlier, and knows better why.
      return future.get(timeout.toMillis() + 2_000, TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      throw refused(cause == null ? e : cause, doing);
    } catch (TimeoutException e) {
      throw silent(doing);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserError("Interrupted while " + doing + "; nothing was written.");
    }
  }

  private RuntimeException refused(Throwable cause, String doing) {
    if (cause instanceof SslAuthenticationException) {
      return new UserError(
          "There is no TLS with "
              + servers
              + ": the certificates do not fit, or that listener has no TLS. Check the ssl.* and"
              + " security.protocol of --command-config.");
    }
    if (cause instanceof AuthenticationException) {
      return new UserError(
          "Kafka at "
              + servers
              + " did not accept the credentials. Check sasl.mechanism and sasl.jaas.config in"
              + " --command-config.");
    }
    if (cause instanceof AuthorizationException
        || cause instanceof SecurityDisabledException
        || cause instanceof UnknownTopicOrPartitionException
        || cause instanceof UnsupportedVersionException) {
      return (ApiException) cause;
    }
    if (cause instanceof RetriableException) {
      return silent(doing);
    }
    return new UserError(
        "Kafka at "
            + servers
            + " answered "
            + cause.getClass().getSimpleName()
            + " while "
            + doing
            + "; nothing was written.");
  }

  private UserError silent(String doing) {
    return new UserError(
        "Kafka at "
            + servers
            + " did not answer within "
            + timeout.toSeconds()
            + " s while "
            + doing
            + "; nothing was written. Check the address, and security.protocol in --command-config;"
            + " --timeout SECONDS waits longer.");
  }
}
