package io.headgate.delivery.admission;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads what is sent. */
final class Bodies {

  /** What etcd stores of one object is smaller, and a review holds two of them. */
  static final int LONGEST = 3 * 1024 * 1024;

  private Bodies() {}

  /**
   * The body of a request; null if it is too long.
   *
   * @throws BadReview if it is not UTF-8
   * @throws IOException if the client goes away
   */
  static @Nullable String read(HttpExchange exchange) throws IOException {
    String said = exchange.getRequestHeaders().getFirst("Content-Length");
    if (said != null && said.length() > 9) {
      return null;
    }
    InputStream in = exchange.getRequestBody();
    byte[] bytes = in.readNBytes(LONGEST + 1);
    if (bytes.length > LONGEST) {
      return null;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new BadReview("The review is not UTF-8.");
    }
  }
}
