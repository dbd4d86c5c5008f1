package io.headgate.live;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** The body of an answer, up to a number of bytes. */
final class BoundedBody implements BodySubscriber<byte[]> {

  private final int largest;
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private Flow.@Nullable Subscription subscription;

  BoundedBody(int largest) {
    this.largest = largest;
  }

  /** There is more than anybody should have to hold. */
  static final class TooLarge extends IOException {

    private static final long serialVersionUID = 1L;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    given.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      byte[] some = new byte[buffer.remaining()];
      buffer.get(some);
      if (bytes.size() + some.length > largest) {
        Flow.Subscription ending = subscription;
        if (ending != null) {
          ending.cancel();
        }
        body.completeExceptionally(new TooLarge());
        return;
      }
      bytes.write(some, 0, some.length);
    }
  }

  @Override
  public void onError(Throwable throwable) {
    body.completeExceptionally(throwable);
  }

  @Override
  public void onComplete() {
    body.complete(bytes.toByteArray());
  }
}
